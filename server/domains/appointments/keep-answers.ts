import { answersOf, type GuideAnswers } from '../../../contract/narrow-guide.ts'
import type { Answered } from '../../../contract/own-papers.ts'
import { readToldAnswers } from '../../../contract/told-papers.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { recordAnswers } from '../cases/answer-questions.ts'
import { lockStandingCase } from '../cases/lock-case.ts'
import { readTellings } from '../cases/read-tellings.ts'
import { questionsAt } from '../services/views.ts'
import { knownAnswers, stillAsked, type WordedAnswer } from './answer-rules.ts'
import { type AppointmentRow, appointmentEvent } from './appointment-rows.ts'
import { ownListOf } from './own-lists.ts'

/** Longer ago, it was another matter. */
const days = 60

export type Saying = { officerId: string | null; at: Date }

/**
 * Keeps what a family answered, as far as its appointment asks it and it differs from what stands; the rest is left out.
 * An appointment of a case gives it to the case. Returns how much of it was known and how many answers changed.
 */
export async function keepAnswers(
  tx: Tx,
  actor: Actor,
  row: AppointmentRow,
  { version, answers }: Answered,
  by: Saying,
): Promise<{ known: number; changed: number }> {
  const list = await ownListOf(tx, row)
  // A case asks what it asked when it began: no version of the guide changes that.
  const then =
    list.ofCase || version === list.guideVersion
      ? list.questions
      : await questionsAt(tx, row.guideId, version)
  const known = knownAnswers(then, list.questions, answers)
  const standing = answersOf(list.answers)
  const news = known.filter(({ question, answer }) => standing[question] !== answer)
  if (news.length === 0) return { known: known.length, changed: 0 }
  if (list.ofCase)
    await recordAnswers(tx, actor, await lockStandingCase(tx, row.caseId!), answersOf(news), by)
  else await insertAnswers(tx, row, list.guideVersion, news, by)
  await writeEvents(tx, actor, [
    appointmentEvent(row, 'appointment.answered', {
      questions: news.map(({ question }) => question),
      saidBy: by.officerId ? 'officer' : 'resident',
    }),
  ])
  return { known: known.length, changed: news.length }
}

/**
 * What is known of this family before it answers anything for this appointment: what stood at this person's last
 * one for the same, and what she told in the talk with her papers, the later word of each question. Nothing where a case has it all.
 */
export async function carryAnswersOver(tx: Tx, actor: Actor, row: AppointmentRow): Promise<void> {
  const { questions, guideVersion, ofCase } = await ownListOf(tx, row)
  if (questions.length === 0 || ofCase) return
  const [told] = row.conversationId ? await readTellings(tx, row.conversationId, row.guideId) : []
  const { rows: before } = await tx.client.query({
    name: 'answers-before',
    text: `select distinct on (n.question) n.question, n.answer, n.asked, n.said, n.officer_id as "officerId", n.answered_at as at
           from appointments a join appointment_answers n on n.station_id = $1 and n.appointment_id = a.id
           where a.station_id = $1 and a.contact_id = $2 and a.guide_id = $3 and a.id <> $4
             and n.answered_at > $5::timestamptz - make_interval(days => ${days})
             and a.person_name = $6
           order by n.question, n.answered_at desc, n.id desc`,
    values: [tx.stationId, row.contactId, row.guideId, row.id, row.bookedAt, row.personName],
  })
  const sayings: { answers: GuideAnswers; by: Saying }[] = [
    ...before
      .filter((each) => stillAsked(each, questions))
      .map(({ question, answer, officerId, at }) => ({
        answers: { [question]: answer },
        by: { officerId, at },
      })),
    ...(told
      ? [{ answers: readToldAnswers(told.body, questions), by: { officerId: null, at: told.receivedAt } }]
      : []),
  ].sort((a, b) => a.by.at.getTime() - b.by.at.getTime())
  for (const { answers, by } of sayings)
    await keepAnswers(tx, actor, row, { version: guideVersion, answers }, by)
}

async function insertAnswers(
  tx: Tx,
  { id }: AppointmentRow,
  guideVersion: number,
  news: WordedAnswer[],
  by: Saying,
): Promise<void> {
  await tx.client.query({
    name: 'insert-appointment-answers',
    text: `insert into appointment_answers (station_id, id, appointment_id, question, answer, guide_version, asked, said,
             officer_id, answered_at)
           select $1, w.id, $2, w.question, w.answer, $3, w.asked, w.said, $4, $5
           from unnest($6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[]) as w(id, question, answer, asked, said)`,
    values: [
      tx.stationId,
      id,
      guideVersion,
      by.officerId,
      by.at,
      news.map(() => newId()),
      news.map(({ question }) => question),
      news.map(({ answer }) => answer),
      news.map(({ asked }) => asked),
      news.map(({ said }) => said),
    ],
  })
}
