import type { Member } from '../corporation/app.ts'
import { stateNow } from '../kf/sessions.ts'
import type { KfAccount, Session } from '../kf/state.ts'
import type { World } from '../world.ts'
import { baseOf } from './base.ts'
import { typeNames } from './bubbles.ts'
import { chatLink } from './chat-page.ts'
import { choice, deed, line } from './forms.ts'
import { html, type Markup } from './html.ts'

const shownBubbles = 6

/** Customers in the queue and those she serves; whether she is serving at all. */
export function sessionsPart(world: World, officer: Member): Markup {
  const base = baseOf(world)
  const accounts = [...world.kf.accounts.values()].filter((one) => one.servicers.has(officer.userid))
  if (accounts.length === 0) return html`<p class="quiet">她还不是任何客服账号的接待人员。</p>`
  const rows = accounts.map((account) => {
    const serving = account.servicers.get(officer.userid)!.serving
    const fields = { kf: account.openKfId, officer: officer.userid, serving: serving ? '' : '1' }
    const sessions = [...account.sessions.values()].filter((session) => concerns(world, session, officer))
    return html`<div class="card"><div class="row"><strong class="grow">${account.name}</strong>
<span class="quiet small">${serving ? '接待中' : '停止接待'}</span>${deed(base, 'serving', fields, serving ? '停止' : '开始')}</div>
${sessions.map((session) => sessionRow(world, account, session, officer))}</div>`
  })
  return html`${rows}`
}

function concerns(world: World, session: Session, officer: Member): boolean {
  const state = stateNow(world, session)
  const served = session.bubbles.some(({ servicer }) => servicer === officer.userid)
  return state === 2 || (state === 3 && session.servicer === officer.userid) || (state === 4 && served)
}

function sessionRow(world: World, account: KfAccount, session: Session, officer: Member): Markup {
  const base = baseOf(world)
  const who = session.externalUserId
  const fields = { kf: account.openKfId, who, officer: officer.userid }
  const state = stateNow(world, session)
  const name = world.people.get(who)?.name
  if (state === 2)
    return html`<div class="row"><span class="grow">${name} 在排队</span>${deed(base, 'take', fields, '接待', 'main')}</div>`
  const colleagues = [...account.servicers.keys()]
    .filter((userid) => userid !== officer.userid)
    .map((userid): [string, string] => [userid, world.corporation.members.get(userid)?.name ?? userid])
  const talk = session.bubbles.slice(-shownBubbles).map(
    (one) => html`<p class="small"><span class="quiet">${one.from === 'resident' ? name : '我方'}：</span>
${one.msgtype === 'text' ? one.body.content : `［${typeNames[one.msgtype] ?? one.msgtype}］`}</p>`,
  )
  const input = { name: 'words', label: `回复${name}`, button: '发送' }
  const moving = { name: 'to', label: '转给谁', options: colleagues, button: '转接' }
  return html`<p><strong>${name}</strong>${state === 4 && html` <span class="quiet">已结束</span>`}</p>${talk}
${line(base, 'answer', fields, input)}
${
  state === 3 &&
  html`<div class="row">${chatLink(world, { officer: officer.userid, kind: 'kf', id: who, openKfId: account.openKfId })}
${colleagues.length > 0 && choice(base, 'transfer', fields, moving)}
${deed(base, 'end', fields, '结束会话')}</div>`
}`
}
