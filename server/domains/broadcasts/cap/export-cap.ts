import type { CapAlert, CapInfo } from '../../../../contract/cap.ts'
import type { CapExport } from '../../../../contract/cap-export.ts'
import type { BroadcastUrgency } from '../../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findStation, listAllVillages } from '../../officers/views.ts'
import { findVisibleBroadcast } from '../find-broadcast.ts'
import { type ApprovedWords, approvedWords } from './approved-words.ts'
import { areaOf } from './area-of.ts'
import { writeCapMoment } from './read-written.ts'
import { shownInfo } from './shown-info.ts'
import { writeCap } from './write-cap.ts'

/** What our three urgencies mean in CAP's words: how soon to act, how bad it is, how sure. */
const meanings: Record<BroadcastUrgency, Pick<CapInfo, 'urgency' | 'severity' | 'certainty'>> = {
  emergency: { urgency: 'Immediate', severity: 'Severe', certainty: 'Likely' },
  important: { urgency: 'Expected', severity: 'Moderate', certainty: 'Likely' },
  ordinary: { urgency: 'Future', severity: 'Minor', certainty: 'Possible' },
}

/**
 * An approved warning as CAP 1.2. Its moment is that of its approval, so each export of it is the same alert. Of the
 * demo station it is an exercise. A correction or withdrawal names the one before. The download is written down.
 */
export async function exportCap(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  choices: CapExport,
): Promise<{ number: string; xml: string }> {
  await findVisibleBroadcast(tx, session, id)
  const words = await approvedWords(tx, id)
  if (!words) throw conflict('还没有批准，或者没有发就取消了，不能导出。')
  if (words.kind !== 'warning') throw conflict('只有预警才导出成预警报文，通知不导出。')
  const station = (await findStation(tx, tx.stationId))!
  const before = words.aboutId ? await approvedWords(tx, words.aboutId) : null
  const sender = station.code
  const source = words.source
  const taken = source?.infos[shownInfo(source)]
  const event = choices.event || taken?.event || words.title
  const alert: CapAlert = {
    identifier: identifierOf(station.code, words),
    sender,
    sent: writeCapMoment(words.approvedAt),
    status: station.demo ? 'Exercise' : 'Actual',
    msgType: words.aboutHow === null ? 'Alert' : words.aboutHow === 'correction' ? 'Update' : 'Cancel',
    source: taken?.senderName ?? '',
    scope: 'Public',
    restriction: '',
    addresses: '',
    codes: [],
    note: station.demo ? '演示数据，不是真的预警。' : '',
    references: before
      ? [{ sender, identifier: identifierOf(station.code, before), sent: writeCapMoment(before.approvedAt) }]
      : [],
    incidents: '',
    infos: [
      {
        language: 'zh-CN',
        categories: choices.category ? [choices.category] : (taken?.categories ?? [words.category]),
        event,
        responses: taken?.responses ?? [],
        ...meanings[words.urgency],
        ...(taken ? { urgency: taken.urgency, severity: taken.severity, certainty: taken.certainty } : {}),
        ...(choices.urgency ? { urgency: choices.urgency } : {}),
        ...(choices.severity ? { severity: choices.severity } : {}),
        ...(choices.certainty ? { certainty: choices.certainty } : {}),
        audience: '',
        eventCodes: [],
        effective: writeCapMoment(words.sendAt ?? words.approvedAt),
        onset: '',
        expires: words.shownUntil ? writeCapMoment(words.shownUntil) : '',
        senderName: station.name,
        headline: words.title,
        description: words.body,
        instruction: taken?.instruction ?? '',
        web: '',
        contact: station.phone,
        parameters: [],
        areas: [areaOf(await listAllVillages(tx), words.villageIds, station.name)],
      },
    ],
  }
  const xml = writeCap(alert)
  await writeEvents(tx, actor, [
    {
      name: 'broadcast.cap_exported',
      subject: { kind: 'broadcast', id },
      data: { version: words.version, msgType: alert.msgType },
    },
  ])
  return { number: words.number, xml }
}

const identifierOf = (code: string, { number, version }: ApprovedWords) => `${code}-${number}-${version}`
