import type { Page } from '../http/serve.ts'
import { accountWith } from '../kf/accounts.ts'
import { sessionOf, stateNow } from '../kf/sessions.ts'
import { personWith } from '../people.ts'
import { baseOf } from './base.ts'
import { bubble } from './bubbles.ts'
import { deed, hidden, line } from './forms.ts'
import { html, sendHtml } from './html.ts'
import { layout } from './layout.ts'

const hour = 3_600_000
const states = ['还没有人接', '系统在接', '排队中', '民警在接', '已结束，再写一句就重新开始']

/** The resident's phone: one chat with one account. */
export const phonePage: Page = (world, url, _request, response) => {
  const base = baseOf(world)
  const kf = url.searchParams.get('kf') ?? ''
  const who = url.searchParams.get('who') ?? ''
  const account = accountWith(world, kf)
  const person = personWith(world, who)
  const fields = { kf, who }
  const body = html`<h1>${person.name} 的手机 <span class="quiet small">${account.name}</span></h1>
<div class="chat" data-live="${base}/phone/bubbles?kf=${kf}&who=${who}">${bubblesOf(world, kf, who)}</div>
<div class="composer">
${line(base, 'write', fields, { name: 'words', label: '写给派出所', button: '发送' })}
<div class="row">
<form method="post" action="${base}/act" enctype="multipart/form-data">${hidden('send', fields)}
<label class="button">照片或文件<input type="file" name="upload" aria-label="照片或文件"></label></form>
${deed(base, 'voice', fields, '语音')}
${deed(base, 'location', fields, '位置')}
${deed(base, 'enter', fields, '重新进入')}
</div>
<details><summary>时间与意外</summary><div class="row">
${deed(base, 'advance', { ms: String(hour) }, '＋1 小时')}
${deed(base, 'advance', { ms: String(48 * hour) }, '＋48 小时')}
${deed(base, 'fail_next', { ...fields, reason: '13' }, '下一条送不到')}
${deed(base, 'refuse', { ...fields, refuses: '1' }, '拒收消息', 'danger')}
${deed(base, 'refuse', { ...fields, refuses: '' }, '恢复接收')}
</div></details></div>`
  sendHtml(response, layout(person.name, body, { base }))
}

/** The part that is fetched again and again. */
export const phoneBubbles: Page = (world, url, _request, response) => {
  const { searchParams: query } = url
  sendHtml(response, bubblesOf(world, query.get('kf') ?? '', query.get('who') ?? ''))
}

function bubblesOf(world: Parameters<Page>[0], kf: string, who: string) {
  const session = sessionOf(accountWith(world, kf), who)
  const base = baseOf(world)
  const state = stateNow(world, session)
  return html`${session.bubbles.map((one) => bubble(world, base, kf, who, one))}
<div class="bubble system">${states[state]}</div>`
}
