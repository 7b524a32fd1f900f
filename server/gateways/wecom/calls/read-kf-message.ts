import { numberOf, recordOf, textOf } from '../api/untrusted.ts'
import { type KfContent, readKfContent } from './read-kf-content.ts'
import { type KfEvent, readKfEvent } from './read-kf-event.ts'

/**
 * origin: 3 the customer, 4 the system, 5 a servicer in the client; sentAt in seconds, 0 if unknown. raw is kept
 * whole: of kinds that are not known today, and to be looked at when something could not be read.
 */
export type KfMessage = {
  msgid: string
  openKfid: string
  externalUserId: string
  servicerUserId: string
  sentAt: number
  origin: number
  msgtype: string
  content: KfContent | KfEvent
  raw: Record<string, unknown>
}

/** Events carry account and customer inside, not on top. account: the one that was asked for. Never throws. */
export function readKfMessage(item: unknown, account: string): KfMessage {
  const raw = recordOf(item)
  const msgtype = textOf(raw['msgtype'])
  const event = msgtype === 'event' ? recordOf(raw['event']) : {}
  return {
    msgid: textOf(raw['msgid']),
    openKfid: textOf(raw['open_kfid']) || textOf(event['open_kfid']) || account,
    externalUserId: textOf(raw['external_userid']) || textOf(event['external_userid']),
    servicerUserId: textOf(raw['servicer_userid']) || textOf(event['servicer_userid']),
    sentAt: numberOf(raw['send_time']) ?? 0,
    origin: numberOf(raw['origin']) ?? 0,
    msgtype,
    content: msgtype === 'event' ? readKfEvent(event) : readKfContent(msgtype, recordOf(raw[msgtype])),
    raw,
  }
}
