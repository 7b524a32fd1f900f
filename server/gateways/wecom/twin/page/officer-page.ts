import type { Page } from '../http/serve.ts'
import { baseOf } from './base.ts'
import { html, sendHtml } from './html.ts'
import { layout } from './layout.ts'
import { contactsPart } from './officer-contacts.ts'
import { groupsPart } from './officer-groups.ts'
import { officerOf } from './officer-of.ts'
import { cardsPart, tasksPart } from './officer-parts.ts'
import { sessionsPart } from './officer-sessions.ts'

/** What waits for her hand stands first. */
const parts = {
  tasks: ['群发与朋友圈', tasksPart],
  cards: ['应用消息', cardsPart],
  sessions: ['微信客服', sessionsPart],
  contacts: ['客户', contactsPart],
  groups: ['客户群', groupsPart],
} as const

/** What an officer has before her in WeCom, and confirms there. */
export const officerPage: Page = (world, url, _request, response) => {
  const base = baseOf(world)
  const officer = officerOf(world, url)
  const others = [...world.corporation.members.values()].map(
    (member) =>
      html`<a class="button" href="?who=${member.userid}" ${member === officer ? html`aria-current="true"` : ''}>${member.name}</a>`,
  )
  const sections = Object.entries(parts).map(
    ([name, [title, part]]) => html`<h2>${title}</h2>
<div data-live="${base}/officer/part?who=${officer.userid}&part=${name}">${part(world, officer)}</div>`,
  )
  const body = html`<h1>${officer.name} 的企业微信</h1><div class="row">${others}</div>${sections}`
  sendHtml(response, layout(officer.name, body, { base, tab: 'officer' }))
}

export const officerPart: Page = (world, url, _request, response) => {
  const part = parts[(url.searchParams.get('part') ?? 'sessions') as keyof typeof parts]
  sendHtml(response, part[1](world, officerOf(world, url)))
}
