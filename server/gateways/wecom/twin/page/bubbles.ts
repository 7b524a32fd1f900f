import type { Bubble } from '../kf/state.ts'
import type { World } from '../world.ts'
import { deed } from './forms.ts'
import { html, type Markup } from './html.ts'

const reasons: Record<number, string> = {
  1: '客服账号已删除',
  2: '应用已关闭',
  4: '超过 48 小时',
  5: '会话已结束',
  6: '超过 5 条',
  8: '主体未验证',
  10: '居民拒收',
  11: '没有成员登录',
  13: '安全限制',
}

export const typeNames: Record<string, string> = {
  image: '照片',
  voice: '语音',
  video: '视频',
  file: '文件',
  location: '位置',
  link: '链接',
  msgmenu: '菜单',
  merged_msg: '聊天记录',
  miniprogram: '小程序',
  business_card: '名片',
}

type MenuItem = { type: string; [type: string]: unknown }

/** One message as it stands on the resident's phone; what did not arrive is marked with its reason. */
export function bubble(world: World, base: string, kf: string, who: string, one: Bubble): Markup {
  if (one.from === 'system') return html`<div class="bubble system">${one.body.content}</div>`
  const own = one.from === 'resident'
  const failed = one.failType !== undefined
  const look = `bubble${own ? ' own' : ''}${failed ? ' failed' : ''}`
  if (one.recalled) return html`<div class="bubble system">${own ? '您' : '对方'}撤回了一条消息</div>`
  const servicer = one.servicer && world.corporation.members.get(one.servicer)?.name
  return html`<div class="${look}">${servicer && html`<div class="name">${servicer}</div>`}${content(base, kf, who, one)}${
    failed && html`<div class="why">未送达：${reasons[one.failType!] ?? '原因不明'}</div>`
  }${own && one.msgid !== '' && deed(base, 'recall', { kf, who, msgid: one.msgid }, '撤回')}</div>`
}

function content(base: string, kf: string, who: string, { msgtype, body }: Bubble): Markup {
  const media = `${base}/media?id=${String(body.media_id ?? body.thumb_media_id ?? '')}`
  if (msgtype === 'text') return html`${body.content}`
  if (msgtype === 'image') return html`<img src="${media}" alt="照片">`
  if (msgtype === 'voice') return html`<a href="${media}">🔊 语音</a>`
  if (msgtype === 'video') return html`<a href="${media}">▶ 视频</a>`
  if (msgtype === 'file') return html`<a href="${media}">📎 文件</a>`
  if (msgtype === 'location') return html`📍 ${body.name} ${body.address}`
  if (msgtype === 'link') return html`🔗 ${body.title} <span class="quiet small">${body.desc}</span>`
  if (msgtype === 'msgmenu') return menu(base, kf, who, body)
  return html`［${typeNames[msgtype] ?? msgtype}］`
}

function menu(base: string, kf: string, who: string, body: Record<string, unknown>): Markup {
  const items = ((body.list as MenuItem[] | undefined) ?? []).map((item) => {
    const inner = item[item.type] as { id?: string; content: string }
    if (item.type !== 'click') return html`<div>${inner.content}</div>`
    return deed(base, 'tap', { kf, who, id: inner.id ?? '', content: inner.content }, inner.content)
  })
  return html`${body.head_content}${items}${body.tail_content}`
}
