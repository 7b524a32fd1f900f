import { wordsOf } from '../../../contract/narrow-guide.ts'
import type { Context } from '../../platform/context.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { recordAnswers } from '../cases/answer-questions.ts'
import { takePhotos } from '../cases/lay-photo.ts'
import { lockStandingCase } from '../cases/lock-case.ts'
import { readChecklists } from '../cases/read-checklists.ts'
import { appointmentEvent, findAppointment } from './appointment-rows.ts'
import { ownListOf } from './own-lists.ts'
import { readPhotos } from './read-photos.ts'

const system = { kind: 'system', id: null } as const

/**
 * The job after a case was opened: a time that was booked in the same talk for the same belongs to the case from now on,
 * and gives it what the family answered and the photos that were laid, so that there is one list. What the case knows
 * already stands. Returns how many joined.
 */
export async function joinCases(
  { pool }: Pick<Context, 'pool'>,
  { stationId }: { stationId: string },
): Promise<number> {
  return inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query({
      name: 'list-to-join',
      text: `select distinct on (a.id) a.id, c.id as "caseId" from appointments a
             join cases c on c.station_id = $1 and c.conversation_id = a.conversation_id and c.guide_id = a.guide_id
               and c.finished_at is null and c.merged_into is null
             where a.station_id = $1 and a.case_id is null and a.status in ('booked', 'arrived')
             order by a.id, c.opened_at desc`,
      values: [stationId],
    })
    for (const { id, caseId } of rows) await join(tx, id, caseId)
    return rows.length
  })
}

async function join(tx: Tx, id: string, caseId: string): Promise<void> {
  const matter = await lockStandingCase(tx, caseId)
  const row = await findAppointment(tx, id)
  const list = await ownListOf(tx, row)
  const photos = (await readPhotos(tx, row, list)).filter(({ laid }) => laid)
  const [checklist] = await readChecklists(tx, [caseId])
  if (!checklist || checklist.frozen) return
  await tx.db
    .updateTable('appointments')
    .set({ caseId })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .execute()
  const news = list.answers.filter(
    ({ question, answer }) =>
      !checklist.answers.some((known) => known.question === question) &&
      wordsOf(checklist.questions, question, answer),
  )
  for (const { question, answer, officer, answeredAt } of news)
    await recordAnswers(
      tx,
      system,
      matter,
      { [question]: answer },
      {
        officerId: officer?.id ?? null,
        at: new Date(answeredAt),
      },
    )
  await takePhotos(tx, system, matter, photos)
  await writeEvents(tx, system, [appointmentEvent(row, 'appointment.joined', { caseId })])
}
