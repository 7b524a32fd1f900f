import type { Member } from '../corporation/app.ts'
import type { World } from '../world.ts'
import { baseOf } from './base.ts'
import { deed } from './forms.ts'
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
