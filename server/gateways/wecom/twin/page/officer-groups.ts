import type { Member } from '../corporation/app.ts'
import { groupWith, shapeNow } from '../groups/group.ts'
import type { Group } from '../groups/state.ts'
import type { Page } from '../http/serve.ts'
import type { World } from '../world.ts'
import { baseOf } from './base.ts'
import { chatLink } from './chat-page.ts'
import { deed, line } from './forms.ts'
import { html, type Markup, sendHtml } from './html.ts'
import { layout } from './layout.ts'
import { officerOf } from './officer-of.ts'
import { sendPickPage } from './pick-page.ts'

const mostShown = 5

/** The first groups she owns, and the way to all. */
export function groupsPart(world: World, officer: Member): Markup {
  const base = baseOf(world)
  const own = groupsOf(world, officer)
  const input = { name: 'name', label: '新群的名字', button: '建群' }
  return html`${own.length === 0 && html`<p class="quiet">她还没有建群。</p>`}
${own.slice(0, mostShown).map((group) => cardOf(world, officer, group))}
${own.length > mostShown && html`<div class="row"><a class="button" href="${base}/officer/groups?who=${officer.userid}">全部 ${own.length} 个群</a></div>`}
${line(base, 'group_create', { officer: officer.userid }, input)}`
}

/** A station has some twenty an officer: one page. */
export const groupsPage: Page = (world, url, _request, response) => {
  const officer = officerOf(world, url)
  const cards = groupsOf(world, officer).map((group) => cardOf(world, officer, group))
  const body = html`<h1>${officer.name} 的客户群</h1>${cards}`
  sendHtml(response, layout(officer.name, body, { base: baseOf(world), tab: 'officer' }))
}

const groupsOf = (world: World, officer: Member) =>
  [...world.groups.groups.values()].filter(
    (group) => !group.dismissed && shapeNow(group).owner === officer.userid,
  )

function cardOf(world: World, officer: Member, group: Group): Markup {
  const { name, members } = shapeNow(group)
  return html`<div class="card row"><span class="grow"><strong>${name}</strong> <span class="quiet">${members.length} 人</span></span>
${chatLink(world, { officer: officer.userid, kind: 'group', id: group.chatId, openKfId: '' })}
<a class="button" href="${baseOf(world)}/group?id=${group.chatId}">成员</a></div>`
}

/** Who is in a group, as far as the twin knows them. */
export const groupPage: Page = (world, url, _request, response) => {
  const base = baseOf(world)
  const { chatId: chat, name, inside } = groupOf(world, url)
  sendPickPage(world, url, response, {
    title: name,
    query: { id: chat },
    above: html`<div class="row"><a class="button" href="${base}/group/join?id=${chat}">请人进群</a></div>`,
    fits: ({ externalUserId }) => inside.has(externalUserId),
    button: ({ externalUserId: who }) => deed(base, 'group_leave', { chat, who }, '退群', 'danger'),
  })
}

export const groupJoinPage: Page = (world, url, _request, response) => {
  const { chatId: chat, name, inside } = groupOf(world, url)
  sendPickPage(world, url, response, {
    title: `谁进${name}？`,
    query: { id: chat },
    fits: ({ externalUserId }) => !inside.has(externalUserId),
    button: ({ externalUserId: who }) => deed(baseOf(world), 'group_join', { chat, who }, '进群'),
  })
}

function groupOf(world: World, url: URL) {
  const group = groupWith(world, url.searchParams.get('id') ?? '')
  const { name, members } = shapeNow(group)
  return { chatId: group.chatId, name, inside: new Set(members.map(({ userid }) => userid)) }
}
