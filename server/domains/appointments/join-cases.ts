import { wordsOf } from '../../../contract/narrow-guide.ts'
import type { Context } from '../../platform/context.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { recordAnswers } from '../cases/answer-questions.ts'
import { takePhotos } from '../cases/lay-photo.ts'
import { lockStandingCase } from '../cases/lock-case.ts'
import { readChecklists } from '../cases/read-checklists.ts'
import { type AppointmentRow, appointmentEvent, appointmentRows } from './appointment-rows.ts'
import { ownListOf } from './own-lists.ts'
import { readPhotos } from './read-photos.ts'

const system = { kind: 'system', id: null } as const

/**
 * The job after a case was opened or a time booked: a time that was booked in the same talk for the same belongs to the
 * case from now on, and gives it what the family answered and the photos that were laid, so that there is one list; of two
 * answers the later word counts. Each is a transaction of its own. Returns how many joined.
 */
export async function joinCases(
  { pool }: Pick<Context, 'pool'>,
  { stationId }: { stationId: string },
): Promise<number> {
  const due = await inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query({
      name: 'list-to-join',
      text: `select distinct on (a.id) a.id, c.id as "caseId" from appointments a
             join cases c on c.station_id = $1 and c.conversation_id = a.conversation_id and c.guide_id = a.guide_id
               and c.finished_at is null and c.merged_into is null
             where a.station_id = $1 and a.case_id is null and a.status in ('booked', 'arrived')
             order by a.id, c.opened_at desc`,
      values: [stationId],
    })
    return rows as { id: string; caseId: string }[]
  })
  let joined = 0
  let failure: unknown
  for (const { id, caseId } of due) {
    try {
      if (await inStation(pool, stationId, (tx) => join(tx, id, caseId))) joined++
    } catch (error) {
      failure = error
    }
  }
  if (failure) throw failure
  return joined
}

async function join(tx: Tx, id: string, caseId: string): Promise<boolean> {
  // Locked in the order of every deed on them: the appointment, then its case.
  const { rows } = await tx.client.query({
    name: 'lock-to-join',
    text: `${appointmentRows} where a.station_id = $1 and a.id = $2 and a.case_id is null
             and a.status in ('booked', 'arrived') for update of a`,
    values: [tx.stationId, id],
  })
  const row: AppointmentRow | undefined = rows[0]
  if (!row) return false
  const matter = await lockStandingCase(tx, caseId)
  const list = await ownListOf(tx, row)
  const photos = (await readPhotos(tx, row, list)).filter(({ laid }) => laid)
  const [checklist] = await readChecklists(tx, [caseId])
  if (!checklist || checklist.frozen) return false
  await tx.db
    .updateTable('appointments')
    .set({ caseId })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .execute()
  const laterKnown = (question: string, at: string) =>
    checklist.answers.some(
      (known) => known.question === question && new Date(known.answeredAt) >= new Date(at),
    )
  const news = list.answers.filter(
    ({ question, answer, answeredAt }) =>
      !laterKnown(question, answeredAt) && wordsOf(checklist.questions, question, answer),
  )
  for (const { question, answer, officer, answeredAt } of news) {
    const by = { officerId: officer?.id ?? null, at: new Date(answeredAt) }
    await recordAnswers(tx, system, matter, { [question]: answer }, by)
  }
  await takePhotos(tx, system, matter, photos)
  await writeEvents(tx, system, [appointmentEvent(row, 'appointment.joined', { caseId })])
  return true
}
