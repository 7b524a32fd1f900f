/** What may be sent to a resident. Limits, in bytes: text 2048, link title 128, words of a menu item 128. */
export type KfReply =
  | { kind: 'text'; text: string }
  | { kind: 'image' | 'voice' | 'video' | 'file'; mediaId: string }
  | { kind: 'link'; title: string; description?: string; url: string; thumbMediaId: string }
  | { kind: 'location'; name?: string; address?: string; latitude: number; longitude: number }
  | { kind: 'menu'; head?: string; tail?: string; items: KfMenuItem[] }

/** At most 10. A click comes back as a text with the item's id as menu_id. */
export type KfMenuItem =
  | { kind: 'click'; id: string; text: string }
  | { kind: 'view'; url: string; text: string }
  | { kind: 'text'; text: string }

/** The msgtype and its object, as kf/send_msg and kf/send_msg_on_event take them. */
export function writeKfReply(reply: KfReply): { msgtype: string; [name: string]: unknown } {
  switch (reply.kind) {
    case 'text':
      return { msgtype: 'text', text: { content: reply.text } }
    case 'link': {
      const { title, description: desc, url, thumbMediaId } = reply
      return { msgtype: 'link', link: { title, desc, url, thumb_media_id: thumbMediaId } }
    }
    case 'location': {
      const { kind, ...location } = reply
      return { msgtype: kind, location }
    }
    case 'menu': {
      const msgmenu = { head_content: reply.head, list: reply.items.map(writeItem), tail_content: reply.tail }
      return { msgtype: 'msgmenu', msgmenu }
    }
    default:
      return { msgtype: reply.kind, [reply.kind]: { media_id: reply.mediaId } }
  }
}

function writeItem(item: KfMenuItem): Record<string, unknown> {
  if (item.kind === 'click') return { type: 'click', click: { id: item.id, content: item.text } }
  if (item.kind === 'view') return { type: 'view', view: { url: item.url, content: item.text } }
  return { type: 'text', text: { content: item.text } }
}
