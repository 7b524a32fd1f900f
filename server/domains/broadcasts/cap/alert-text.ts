import type { CapAlert, CapInfo } from '../../../../contract/cap.ts'
import type { CapResponse, CapSeverity } from '../../../../contract/cap-words.ts'
import { sayAloud } from '../say-aloud.ts'
import { readCapMoment } from './read-written.ts'
import { shownInfo } from './shown-info.ts'

/** What an alert that gives no advice of its own asks of people. */
const responseSentences: Record<CapResponse, string> = {
  Shelter: '待在结实的屋里，不要出门。',
  Evacuate: '听村里安排，马上转移到安全的地方。',
  Prepare: '提前做好准备。',
  Execute: '按通知里说的去做。',
  Avoid: '不要到那里去。',
  Monitor: '留意后面的通知。',
  Assess: '看清楚情况再行动。',
  AllClear: '危险已经过去。',
  None: '',
}

/** The four degrees of the country's own scale, which CAP's four stand for (突发事件应对法, 第六十四条). */
const severityNames: Record<CapSeverity, string> = {
  Extreme: '特别严重',
  Severe: '严重',
  Moderate: '较重',
  Minor: '一般',
  Unknown: '',
}

/** '6月5日8时30分', where the station is. */
export function momentWords(at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000)
  const minutes = local.getUTCMinutes()
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日${local.getUTCHours()}时${minutes ? `${minutes}分` : ''}`
}

/** The title, text and loudspeaker text of a broadcast that passes an alert on: its own words, in the order people need them. */
export function alertText(
  alert: CapAlert,
  stationName: string,
): { title: string; body: string; spoken: string } {
  const info = alert.infos[shownInfo(alert)]
  const cancelled = alert.msgType === 'Cancel'
  const name = info?.headline || info?.event || '预警'
  const title = cancelled && !/取消|解除/.test(name) ? `${name}（已取消）` : name
  const lead = cancelled
    ? '之前发的这条预警已经取消。'
    : alert.msgType === 'Update'
      ? '这是更新，以这一条为准。'
      : ''
  const advice = info ? adviceOf(info) : ''
  const ends = !cancelled && info?.expires ? `有效到${momentWords(readCapMoment(info.expires)!)}。` : ''
  const degree =
    !cancelled && info && severityNames[info.severity] ? `程度：${severityNames[info.severity]}。` : ''
  const from = `${info?.senderName || alert.sender}${momentWords(readCapMoment(alert.sent)!)}发布，${stationName}转发。`
  const body = [
    lead,
    info?.description ? cut(tidy(info.description), 600) : '',
    advice && `怎么做：${cut(advice, 300)}`,
    `${degree}${ends}`,
    from,
    cancelled ? '' : '有危险马上打110。',
  ]
  const spoken = [
    lead,
    `${title}。`,
    cut(firstSentences(tidy(info?.description ?? ''), 90), 120),
    cut(firstSentences(advice, 90), 120),
    ends,
    cancelled ? '' : '有危险马上打110。',
  ]
  return {
    title: cut(tidy(title), 60),
    body: body.filter(Boolean).join('\n'),
    spoken: sayAloud(spoken.join('')),
  }
}

function adviceOf({ instruction, responses }: CapInfo): string {
  return tidy(instruction) || responses.map((response) => responseSentences[response]).join('')
}

const tidy = (text: string) =>
  // Text() of the contract refuses control characters, which a file of others may hold.
  text
    .replace(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, '')
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
const cut = (text: string, most: number) => {
  const signs = [...text]
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`
}

/** Whole sentences from the beginning, at least one, as far as they fit. */
function firstSentences(text: string, most: number): string {
  const sentences = text.match(/[^。！？；\n]+[。！？；\n]?/g) ?? []
  let said = ''
  for (const sentence of sentences) {
    if (said && said.length + sentence.length > most) break
    said += sentence
  }
  return said
}
