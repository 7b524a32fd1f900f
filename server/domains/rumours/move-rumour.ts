import type { NewRumourMove } from '../../../contract/rumours.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { addMove } from './add-move.ts'
import { findVisibleRumour, readStanding } from './find-rumour.ts'
import { refusePersons } from './refuse-persons.ts'
import { mayMove } from './rules.ts'

/**
 * Moves a rumour on: after the notice only with the notice among the evidence, to another office only with which and by
 * when it answers, to a correction only when something was answered, to the end only when that is put right.
 */
export async function moveRumour(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  move: NewRumourMove,
  now = new Date(),
): Promise<{ done: true }> {
  await findVisibleRumour(tx, session, id, 'for update')
  const { stage, approved, currentVersion } = await readStanding(tx, id)
  refusePersons([move.note, move.office ?? ''], { landlines: true })
  if (!mayMove(stage, move.stage))
    throw conflict(move.stage === 'received' ? '已经在处理了，不能退回“收到”。' : '已经在这个阶段了。')
  const isOther = move.stage === 'other_office'
  if (isOther && (!move.office?.trim() || !move.answersOn))
    throw invalid('不归公安管的，请写明转给哪个单位、哪天答复。')
  if (isOther && move.answersOn! < stationDay(now)) throw invalid('答复的日期已经过了，请改一下。')
  if (move.stage === 'notice' && !(await hasNotice(tx, id)))
    throw conflict('还没有官方通报：请先在“依据”里记下通报的原文和链接（或文号）。')
  if (move.stage === 'ended' && approved && currentVersion === null)
    throw conflict('说错的话还没有更正，先把更正发出去，再结束。')
  if (move.stage === 'corrected' && !approved) throw conflict('还没有发过答复，不用更正。')
  await addMove(tx, session.officerId, id, {
    stage: move.stage,
    office: isOther ? move.office : null,
    answersOn: isOther ? move.answersOn : null,
    note: move.note,
  })
  await writeEvents(tx, actor, [
    { name: 'rumour.moved', subject: { kind: 'rumour', id }, data: { from: stage, to: move.stage } },
  ])
  return { done: true }
}

async function hasNotice(tx: Tx, id: string): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `select from rumour_evidence where station_id = $1 and rumour_id = $2 and kind = 'official_notice'
     and withdrawn_at is null and (link <> '' or document_number <> '') limit 1`,
    [tx.stationId, id],
  )
  return rowCount! > 0
}
