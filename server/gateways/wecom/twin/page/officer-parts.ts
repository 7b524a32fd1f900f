import { relationKey } from '../contacts/relations.ts'
import type { Member } from '../corporation/app.ts'
import { shapeNow } from '../groups/group.ts'
import type { World } from '../world.ts'
import { baseOf } from './base.ts'
import { chatLink } from './chat-page.ts'
import { choice, deed, line } from './forms.ts'
import { html, type Markup } from './html.ts'

const mostShown = 20
const none = (words: string) => html`<p class="quiet">${words}</p>`
type Button = { text: string; key: string; url?: string }

/** Messages of the application, newest first, with the buttons of cards. */
export function cardsPart(world: World, officer: Member): Markup {
  const base = baseOf(world)
  const own = world.messages.all.filter(({ to }) => to.includes(officer.userid))
  if (own.length === 0) return none('还没有收到应用消息。')
  const rows = own
    .slice(-mostShown)
    .reverse()
    .map(({ msgid, msgtype, body, recalled, updated }) => {
      if (recalled) return html`<div class="card quiet">已撤回</div>`
      const title = (body.main_title as { title?: string } | undefined)?.title ?? body.title ?? body.content
      const buttons = ((body.button_list as Button[] | undefined) ?? []).map(({ text, key, url }) =>
        url
          ? html`<a class="main" href="${url}" target="_blank" rel="noreferrer">${text}</a>`
          : deed(base, 'press', { msgid, officer: officer.userid, key }, text, 'main'),
      )
      const replaced = (updated?.button as { replace_name?: string } | undefined)?.replace_name
      const state = updated ? html`<span class="quiet">${replaced ?? '卡片已更新'}</span>` : buttons
      return html`<div class="card"><p>${title ?? `［${msgtype}］`}</p>
<p class="small quiet">${body.sub_title_text ?? body.description}</p><div class="row">${state}</div></div>`
    })
  return html`${rows}`
}

/** Mass messages and moments that wait for her confirmation. */
export function tasksPart(world: World, officer: Member): Markup {
  const base = baseOf(world)
  const fields = { officer: officer.userid }
  const broadcasts = [...world.broadcasts.all.values()]
    .filter(({ tasks, cancelled }) => tasks.has(officer.userid) && !cancelled)
    .map(({ msgid, text, tasks, chatType }) => {
      const task = tasks.get(officer.userid)!
      const unit = chatType === 'group' ? '个群' : '位客户'
      const sent = task.targets.filter(({ status }) => status === 1).length
      const state =
        task.status === 0
          ? deed(base, 'confirm', { ...fields, msgid }, `发给 ${task.targets.length} ${unit}`, 'main')
          : html`<span class="quiet">已发 ${sent}／${task.targets.length} ${unit}</span>`
      return html`<div class="card"><p>${text || '［附件］'}</p><div class="row">群发${state}</div></div>`
    })
  const moments = [...world.moments.moments.values()]
    .filter(({ tasks, cancelled }) => tasks.has(officer.userid) && !cancelled)
    .map(({ momentId, text, tasks }) => {
      const state =
        tasks.get(officer.userid) === 0
          ? deed(base, 'publish', { ...fields, id: momentId }, '发表', 'main')
          : html`<span class="quiet">已发表</span>`
      return html`<div class="card"><p>${text || '［图片］'}</p><div class="row">朋友圈${state}</div></div>`
    })
  const rows = [...broadcasts, ...moments].slice(-mostShown).reverse()
  return rows.length > 0 ? html`${rows}` : none('没有要确认的。')
}

/** Her contacts; residents who are none yet can become one. */
export function contactsPart(world: World, officer: Member): Markup {
  const base = baseOf(world)
  const rows = [...world.contacts.relations.values()]
    .filter(({ userid }) => userid === officer.userid)
    .slice(0, mostShown)
    .map(({ externalUserId: who, half, oneWay }) => {
      const fields = { officer: officer.userid, who }
      return html`<div class="card row"><span class="grow">${world.people.get(who)?.name}
<span class="quiet small">${half ? '待确认' : oneWay ? '对方已删除' : ''}</span></span>
${chatLink(world, { officer: officer.userid, kind: 'person', id: who, openKfId: '' })}
${half && deed(base, 'contact_confirm', fields, '通过')}
${deed(base, 'contact_remove', fields, '删除客户', 'danger')}
${!oneWay && deed(base, 'contact_left', fields, '客户删除她', 'danger')}</div>`
    })
  const strangers = [...world.people.values()]
    .filter(
      ({ externalUserId }) => !world.contacts.relations.has(relationKey(officer.userid, externalUserId)),
    )
    .slice(0, mostShown)
    .map((person): [string, string] => [person.externalUserId, person.name])
  const adding = { name: 'who', label: '谁来加好友', options: strangers, button: '加为客户' }
  return html`${rows.length > 0 ? rows : none('还没有客户。')}
${strangers.length > 0 && choice(base, 'contact_add', { officer: officer.userid }, adding)}`
}

/** Groups she owns. */
export function groupsPart(world: World, officer: Member): Markup {
  const base = baseOf(world)
  const people = [...world.people.values()].slice(0, mostShown)
  const rows = [...world.groups.groups.values()]
    .filter((group) => !group.dismissed && shapeNow(group).owner === officer.userid)
    .slice(0, mostShown)
    .map((group) => {
      const { name, members } = shapeNow(group)
      const options = (inside: boolean) =>
        people
          .filter(({ externalUserId: id }) => members.some(({ userid }) => userid === id) === inside)
          .map((person): [string, string] => [person.externalUserId, person.name])
      const joining = { name: 'who', label: '谁进群', options: options(false), button: '进群' }
      const leaving = { name: 'who', label: '谁退群', options: options(true), button: '退群' }
      return html`<div class="card"><p><strong>${name}</strong> <span class="quiet">${members.length} 人</span></p>
${chatLink(world, { officer: officer.userid, kind: 'group', id: group.chatId, openKfId: '' })}
${joining.options.length > 0 && choice(base, 'group_join', { chat: group.chatId }, joining)}
${leaving.options.length > 0 && choice(base, 'group_leave', { chat: group.chatId }, leaving)}</div>`
    })
  const input = { name: 'name', label: '新群的名字', button: '建群' }
  return html`${rows.length > 0 ? rows : none('她还没有建群。')}
${line(base, 'group_create', { officer: officer.userid }, input)}`
}
