import type { KfContent } from '../../gateways/wecom/calls/read-kf-content.ts'
import { speakerOf } from './words-of.ts'

/** A photo, recording, film or file of a message; one without a mediaId is named and not handed over. */
export type SentMedia = {
  kind: 'image' | 'voice' | 'video' | 'file'
  mediaId: string
  name: string
  /** Inside a forwarded chat: who is said to have sent it and when. */
  saidBy: string
}

/** A phone forwards a hundred lines at most; each file is fetched, kept and shown. */
const mostMedia = 30

export const mediaNames = { image: '照片', voice: '语音', video: '视频', file: '文件' }

/** What hangs on a message, a forwarded chat's in its order. Its place here is its place on the message. */
export function mediaOf(content: KfContent, saidBy = ''): SentMedia[] {
  if (content.kind === 'merged')
    return content.items.flatMap((line) => {
      const { speaker, when } = speakerOf(line)
      return mediaOf(line.content, `${speaker}，${when}`)
    })
  if (!('mediaId' in content)) return []
  return [{ kind: content.kind, mediaId: content.mediaId, name: content.name, saidBy }]
}

/** The places of what can be fetched, and sentences for what cannot, so that somebody asks for it. */
export function mediaToFetch(content: KfContent): { places: number[]; missing: string[] } {
  const media = mediaOf(content)
  const given = [...media.keys()].filter((place) => media[place]!.mediaId !== '')
  const without = media.length - given.length
  const over = given.length - mostMedia
  const missing = [
    without > 0 && content.kind !== 'merged' && '微信没有把它交出来，请联系发的人再发一次。',
    without > 0 &&
      content.kind === 'merged' &&
      `聊天记录里有 ${without} 个照片、语音或文件，微信没有交出来，请联系发的人单独发来。`,
    over > 0 &&
      `聊天记录里有 ${given.length} 个照片、语音或文件，只取了前 ${mostMedia} 个，其余的请联系发的人单独发来。`,
  ].filter((sentence) => sentence !== false)
  return { places: given.slice(0, mostMedia), missing }
}
