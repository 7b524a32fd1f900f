import type { CaseRatingBody } from '../../../contract/resident-cases.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { caseEvent, type LockedCase, lockOwnCase, lockStandingCase } from './lock-case.ts'
import { survivorOf } from './merged-family.ts'
import { currentOutcome } from './outcomes.ts'
import { reopenLocked } from './reopen-case.ts'

/**
 * The resident says whether it helped; until it is reopened she may change her mind. An objection, or "not helped" with
 * the wish that it be done again, reopens the case. Of a merged case she rates what became of the one that stands
 * for it.
 */
export async function rateCase(
  tx: Tx,
  actor: Actor,
  contactId: string,
  id: string,
  rating: CaseRatingBody,
): Promise<{ reopened: boolean }> {
  const own = await lockOwnCase(tx, contactId, id)
  const matter: LockedCase = own.mergedInto ? await lockStandingCase(tx, await survivorOf(tx, id)) : own
  // Somebody merged the other one on while we waited for it.
  if (matter.mergedInto) throw conflict('这件事刚刚有变动，请再试一次。')
  const outcome = await currentOutcome(tx, matter.id)
  if (!outcome) throw conflict('这件事正在办理，还没有结果可以评价。')
  if (!outcome.toldAt) throw conflict('处理结果还没有告知您，请稍后再评价。')
  await tx.client.query(
    `insert into case_ratings (station_id, id, case_id, outcome_id, verdict, words) values ($1, $2, $3, $4, $5, $6)
     on conflict (station_id, outcome_id)
     do update set verdict = excluded.verdict, words = excluded.words, rated_at = excluded.rated_at`,
    [tx.stationId, newId(), matter.id, outcome.id, rating.verdict, rating.words.trim()],
  )
  await writeEvents(tx, actor, [caseEvent(matter, 'case.rated', { verdict: rating.verdict })])
  const reopened =
    rating.verdict === 'objection' || (rating.verdict === 'not_helped' && rating.reopen === true)
  if (reopened) await reopenLocked(tx, actor, matter, { officerId: null, note: rating.words })
  return { reopened }
}
