import type { BroadcastContent } from '../../../../contract/broadcasts.ts'
import type { CapDraft } from '../../../../contract/cap.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findStation, listVillages } from '../../officers/views.ts'
import { villageScope } from '../../residents/visibility.ts'
import { toLine } from './alert-rows.ts'
import { alertText } from './alert-text.ts'
import { findAlert } from './find-alert.ts'
import { gradeOf } from './grades.ts'
import { matchVillages } from './match-villages.ts'
import { readGrades } from './read-grades.ts'
import { shownInfo } from './shown-info.ts'
import { capRefusals } from './standing.ts'

/**
 * What the composer begins with when a broadcast is made of an alert: its villages, a suggested urgency and its words. A
 * person looks at all of it before it is submitted. Throws for what may not be sent.
 */
export async function draftFromAlert(
  tx: Tx,
  session: OfficerSession,
  id: string,
  now = new Date(),
): Promise<CapDraft> {
  const row = await findAlert(tx, id)
  const { standing } = toLine(row, now)
  const refusal = capRefusals[standing]
  if (refusal) throw conflict(refusal)
  const alert = row.parsed
  const info = alert.infos[shownInfo(alert)]
  const station = (await findStation(tx, tx.stationId))!
  const own = villageScope(session)
  const villages = (await listVillages(tx)).filter((village) => !own || own.includes(village.id))
  const touched = matchVillages(info?.areas ?? [], villages, station.name).filter(({ by }) => by !== null)
  const urgency = info ? gradeOf(info, (await readGrades(tx)).grades) : 'important'
  const channels: BroadcastContent['channels'] = ['groups', 'page', 'loudspeaker']
  const whole = own === null && (touched.length === 0 || touched.length === villages.length)
  const chosen = touched.length === 0 ? villages : touched
  return {
    alertId: id,
    villagesUnknown: touched.length === 0,
    content: {
      kind: 'warning',
      urgency,
      ...alertText(alert, station.name),
      fileIds: [],
      channels: urgency === 'emergency' ? ['contacts', ...channels] : channels,
      audience: {
        villageIds: whole ? null : chosen.map((village) => village.id),
        villageGroups: [],
        groupIds: null,
        tagIds: [],
        needs: [],
        languages: [],
      },
      sendAt: null,
      shownUntil: alert.msgType === 'Cancel' ? null : (row.expiresAt?.toISOString() ?? null),
      templateKey: null,
    },
  }
}
