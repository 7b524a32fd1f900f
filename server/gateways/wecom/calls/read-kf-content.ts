import { cleanFileName } from '../../../platform/files/clean-file-name.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

/** other: a kind that is shown by its name and kept raw. */
export type KfContent =
  | { kind: 'text'; text: string; menuId: string }
  | { kind: 'image' | 'voice' | 'video' | 'file'; mediaId: string; name: string }
  | {
      kind: 'location'
      latitude: number | undefined
      longitude: number | undefined
      name: string
      address: string
    }
  | { kind: 'link'; title: string; description: string; url: string; pictureUrl: string }
  | { kind: 'card'; userId: string }
  | { kind: 'miniprogram'; title: string; appId: string; pagePath: string }
  | { kind: 'merged'; title: string; items: MergedItem[] }
  | { kind: 'other'; msgtype: string }

/** One line of a forwarded chat record. Its speaker is a display name, nobody's proven identity. */
export type MergedItem = { speaker: string; sentAt: number; content: KfContent }

const maxDepth = 4

/** Never throws: what is missing is '' or undefined. */
export function readKfContent(msgtype: string, body: Record<string, unknown>, depth = 0): KfContent {
  switch (msgtype) {
    case 'text':
      return { kind: 'text', text: textOf(body['content']), menuId: textOf(body['menu_id']) }
    case 'image':
    case 'voice':
    case 'video':
    case 'file': {
      const name = cleanFileName(textOf(body['filename']) || textOf(body['file_name']))
      return { kind: msgtype, mediaId: textOf(body['media_id']), name }
    }
    case 'location':
      return {
        kind: 'location',
        latitude: numberOf(body['latitude']),
        longitude: numberOf(body['longitude']),
        name: textOf(body['name']),
        address: textOf(body['address']),
      }
    case 'link': {
      const title = textOf(body['title'])
      const url = textOf(body['url'])
      return {
        kind: 'link',
        title,
        url,
        description: textOf(body['desc']),
        pictureUrl: textOf(body['pic_url']),
      }
    }
    case 'business_card':
      return { kind: 'card', userId: textOf(body['userid']) }
    case 'miniprogram': {
      const title = textOf(body['title'])
      return { kind: 'miniprogram', title, appId: textOf(body['appid']), pagePath: textOf(body['pagepath']) }
    }
    case 'merged_msg':
      if (depth >= maxDepth) return { kind: 'other', msgtype }
      return {
        kind: 'merged',
        title: textOf(body['title']),
        items: listOf(body['item'], (item) => readMergedItem(recordOf(item), depth + 1)),
      }
    default:
      return { kind: 'other', msgtype }
  }
}

/** msg_content is JSON inside a text, or, with some servers, the object itself; its msgtype may be in either. */
function readMergedItem(item: Record<string, unknown>, depth: number): MergedItem {
  const inner = parseInner(item['msg_content'])
  const msgtype = textOf(item['msgtype']) || textOf(inner['msgtype'])
  const body = recordOf(inner[msgtype] ?? item[msgtype])
  return {
    speaker: textOf(item['sender_name']),
    sentAt: numberOf(item['send_time']) ?? 0,
    content: readKfContent(msgtype, body, depth),
  }
}

function parseInner(given: unknown): Record<string, unknown> {
  if (typeof given !== 'string') return recordOf(given)
  try {
    return recordOf(JSON.parse(given))
  } catch {
    // Plain words in its place are a text, not to be lost for want of braces.
    return { msgtype: 'text', text: { content: given } }
  }
}
