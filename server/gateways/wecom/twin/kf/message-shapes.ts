import { list, need, number, object, oneOf, type Shape, text } from '../http/shapes.ts'
import type { MediaKind } from '../media/state.ts'
import { Refusal } from '../refusal.ts'

const title = text({ bytes: 128, code: 45002 })
const url = text({ bytes: 2048, code: 45002 })
const mediaId = need(text({ bytes: 128, code: 40007 }), 41006)
const media = object({ media_id: mediaId })
const menuItem = object({
  type: need(oneOf(['click', 'view', 'miniprogram', 'text'], 95009)),
  click: object({ id: text({ bytes: 128 }), content: need(text({ bytes: 128 })) }),
  view: object({ url: need(url), content: need(text({ bytes: 1024 })) }),
  miniprogram: object({ appid: need(text()), pagepath: need(text()), content: need(text({ bytes: 1024 })) }),
  text: object({ content: need(text({ bytes: 256 })), no_newline: oneOf([0, 1]) }),
})

export const kfMessageBodies = {
  text: object({ content: need(text({ bytes: 2048, code: 45002 }), 44004), menu_id: text({ bytes: 128 }) }),
  image: media,
  voice: media,
  video: media,
  file: media,
  link: object({
    title: need(title),
    desc: text({ bytes: 512, code: 45002 }),
    url: need(url),
    thumb_media_id: need(text({ bytes: 128, code: 40007 }), 41006),
  }),
  miniprogram: object({
    appid: need(text()),
    title: text({ bytes: 64, code: 45002 }),
    thumb_media_id: need(text({ bytes: 128, code: 40007 }), 41006),
    pagepath: need(text({ bytes: 1024 })),
  }),
  msgmenu: object({
    head_content: text({ bytes: 1024, code: 45002 }),
    list: list(menuItem, { most: 10, code: 95008 }),
    tail_content: text({ bytes: 1024, code: 45002 }),
  }),
  location: object({
    name: text({ bytes: 200 }),
    address: text({ bytes: 1000 }),
    latitude: need(number()),
    longitude: need(number()),
  }),
  ca_link: object({ link_url: need(url) }),
}

export type KfMessageType = keyof typeof kfMessageBodies
export const kfMessageTypes = Object.keys(kfMessageBodies) as KfMessageType[]

/** The fields of every type, and that the one named by msgtype is there. */
export function kfMessage(types: KfMessageType[]): Record<KfMessageType, Shape<unknown>> & {
  msgtype: Shape<KfMessageType> & { missing: number }
} {
  return { ...kfMessageBodies, msgtype: need(oneOf(types, 40008), 40008) } as never
}

export function bodyOf(fields: { msgtype: KfMessageType }): Record<string, unknown> {
  const body = (fields as Record<string, unknown>)[fields.msgtype]
  if (!body) throw new Refusal(fields.msgtype === 'text' ? 44004 : 40063, `${fields.msgtype} is required`)
  return body as Record<string, unknown>
}

/** Uploads a message needs, each with the kind it has to be of. */
export function mediaIn(msgtype: KfMessageType, body: Record<string, unknown>): [string, MediaKind][] {
  if (msgtype === 'link' || msgtype === 'miniprogram') return [[String(body.thumb_media_id), 'image']]
  if (typeof body.media_id === 'string') return [[body.media_id, msgtype as MediaKind]]
  return []
}
