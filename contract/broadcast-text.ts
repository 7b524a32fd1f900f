import type { AboutHow, BroadcastKind, BroadcastUrgency } from './vocabulary.ts'

/** What WeCom takes at most in one text, 4,000 bytes of UTF-8, less what is added behind the number where it goes out in several calls. */
export const mostBytes = 3990

export type BroadcastWords = {
  number: string
  kind: BroadcastKind
  urgency: BroadcastUrgency
  aboutHow: AboutHow | null
  title: string
  body: string
  stationName: string
}

/**
 * A broadcast as it goes into a chat, a group or Moments: the same text on the screen before and on the phone after. Always
 * Chinese. By the number at its foot a call to WeCom is found again whose answer was lost.
 */
export function writeBroadcastText(words: BroadcastWords): string {
  return [
    `${headOf(words)}${words.title.trim()}`,
    words.body.trim(),
    `——${words.stationName}（编号 ${words.number}）`,
  ].join('\n')
}

function headOf({ kind, urgency, aboutHow }: Pick<BroadcastWords, 'kind' | 'urgency' | 'aboutHow'>): string {
  if (aboutHow === 'correction') return '【更正】'
  if (aboutHow === 'withdrawal') return '【撤回】'
  if (kind === 'notice') return '【通知】'
  return urgency === 'emergency' ? '【紧急预警】' : '【预警】'
}

export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

/** What the village committee reads out: the spoken words, twice, with who says so. */
export function writeLoudspeakerText(spoken: string, stationName: string): string {
  const words = spoken.trim()
  return [`各位乡亲，${stationName}提醒大家：`, words, '再说一遍：', words].join('\n')
}
