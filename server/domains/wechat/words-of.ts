import type { KfContent } from '../../gateways/wecom/calls/read-kf-content.ts'
import { stationClock } from './station-clock.ts'

/** Kinds that have a name and nothing we could show. */
const named: Record<string, string> = {
  channels: '视频号内容',
  channels_shop_product: '视频号商品',
  channels_shop_order: '视频号订单',
  meeting: '会议',
  schedule: '日程',
  note: '笔记',
  msgmenu: '菜单',
}

const media = { image: '［照片］', voice: '［语音］', video: '［视频］', file: '［文件］' }

/** What was said, as an officer reads it; null for a kind that nobody knows yet. Speakers are display names only. */
export function wordsOf(content: KfContent): string | null {
  switch (content.kind) {
    case 'text':
      return content.menuId ? `［点选］${content.text}` : content.text
    case 'image':
    case 'voice':
    case 'video':
    case 'file':
      return `${media[content.kind]}${content.name}`
    case 'location': {
      const { name, address, latitude, longitude } = content
      const place =
        latitude === undefined || longitude === undefined ? '' : `（纬度 ${latitude}，经度 ${longitude}）`
      return `［位置］${[name, address].filter(Boolean).join('，')}${place}`
    }
    case 'link':
      return [`［链接］${content.title}`, content.description, content.url].filter(Boolean).join('\n')
    case 'card':
      return '［名片］企业微信成员的名片'
    case 'miniprogram':
      return `［小程序］${content.title}`
    case 'merged':
      return [
        `［转发的聊天记录］${content.title}`,
        ...content.items.map(({ speaker, sentAt, content: inner }) => {
          const words = wordsOf(inner) ?? '［不能显示的内容］'
          const when = sentAt > 0 ? stationClock(new Date(sentAt * 1000)) : '时间不明'
          return `${speaker || '没有署名'}（${when}）：${words.replaceAll('\n', '\n　　')}`
        }),
      ].join('\n')
    default:
      return named[content.msgtype] ? `［${named[content.msgtype]}］请居民用文字说明，或截图发来。` : null
  }
}

/** Pieces that fit a message of the inbox, cut at letters. Nothing a person wrote is thrown away. */
export function piecesOf(words: string, most = 4000): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of words) {
    if (piece.length + letter.length > most) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}
