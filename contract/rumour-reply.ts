import type { NewRumourReply } from './rumours.ts'
import type { RumourStage } from './vocabulary.ts'

export type ReplyAbout = {
  words: string
  stage: RumourStage
  stationName: string
  office: { name: string; answersOn: string } | null
  /** When the wrong reply was approved, where this corrects one. */
  wrongAt: string | null
  now: string
}

/** Where the station is: '11月28日 18:00'. China has no summer time. */
export function sayMoment(at: string): string {
  const wall = new Date(new Date(at).getTime() + 8 * 3_600_000)
  return `${wall.getUTCMonth() + 1}月${wall.getUTCDate()}日 ${wall.toISOString().slice(11, 16)}`
}

const sayDay = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/**
 * A reply as it goes out: the same text on the screen before, in the group, in the inbox. Always Chinese. The six
 * elements in their order; a correction begins with what was wrong (content: 2.4).
 */
export function writeRumourReply(reply: NewRumourReply, about: ReplyAbout): string {
  const { correction } = reply
  const head = correction
    ? [
        `【更正】关于“${about.words}”`,
        `我们${about.wrongAt ? `在${sayMoment(about.wrongAt)}` : '之前'}说：“${correction.wrongWords}”。这句话说错了。`,
        `正确的是：${correction.rightWords}`,
        `为什么说错：${correction.reason}`,
        `更正时间：${sayMoment(about.now)}`,
      ]
    : [`【答复】关于“${about.words}”`]
  return [
    ...head,
    `什么时候知道：${sayMoment(reply.knownAt)}`,
    `核实了什么：${reply.checked}`,
    `来源：${reply.source}`,
    ...line('还不知道', reply.unknown),
    ...(about.office ? [`归谁管：${about.office.name}，${sayDay(about.office.answersOn)}前答复`] : []),
    ...line('请大家', reply.advice),
    ...(reply.nextUpdateAt ? [`下次更新：${sayMoment(reply.nextUpdateAt)}前`] : []),
    `${about.stationName}。有危险打 110。`,
  ].join('\n')
}

const line = (name: string, words: string) => (words.trim() === '' ? [] : [`${name}：${words}`])
