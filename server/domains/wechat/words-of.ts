import type { KfContent, MergedItem } from '../../gateways/wecom/calls/read-kf-content.ts'
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

/** A forwarded chat inside of forwarded chats, below what is unfolded. */
const tooDeep = '［聊天记录里套着的聊天记录，套得太深，这里没有展开］请让居民单独转发里面那一份。'

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
        `［转发的聊天记录］${oneLine(content.title)}`,
        ...content.items.map((line) => {
          const words = wordsOf(line.content) ?? '［不能显示的内容］'
          const { speaker, when } = speakerOf(line)
          return `${speaker}（${when}）：${words.replaceAll('\n', '\n　　')}`
        }),
      ].join('\n')
    default:
      if (content.msgtype === 'merged_msg') return tooDeep
      return named[content.msgtype] ? `［${named[content.msgtype]}］请居民用文字说明，或截图发来。` : null
  }
}

/** Who is said to have said a line and when. Neither can be written so that it looks like another line. */
export function speakerOf({ speaker, sentAt }: MergedItem): { speaker: string; when: string } {
  const name = oneLine(speaker).replaceAll('（', '(').replaceAll('）', ')').slice(0, 40).toWellFormed()
  return {
    speaker: name || '没有署名',
    when: sentAt > 0 ? stationClock(new Date(sentAt * 1000)) : '时间不明',
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Why the maintainers have to look at it although it is shown as well as it can be; null when nothing is the matter. */
export function troubleOf(content: KfContent): 'unknown_kind' | 'too_deep' | null {
  if (content.kind === 'merged')
    return content.items.map((line) => troubleOf(line.content)).find((trouble) => trouble !== null) ?? null
  if (content.kind !== 'other' || named[content.msgtype]) return null
  return content.msgtype === 'merged_msg' ? 'too_deep' : 'unknown_kind'
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
