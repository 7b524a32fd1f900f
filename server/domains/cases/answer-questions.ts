import { unsure } from '../../../contract/narrow-guide.ts'
import type { GuideQuestion } from '../../../contract/services.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { caseEvent, type LockedCase, lockCase, lockOwnCase } from './lock-case.ts'
import { refuseFrozen } from './rules.ts'
import { tellList } from './tell-list.ts'

type Answers = Record<string, string>

/** An officer writes down or corrects what the family answered to the guide's questions. */
export async function answerForResident(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  caseId: string,
  answers: Answers,
): Promise<{ done: true }> {
  const matter = await lockCase(tx, session, caseId)
  refuseFrozen(matter)
  await recordAnswers(tx, actor, matter, answers, { officerId: session.officerId, at: new Date() })
  return { done: true }
}

/** The resident answers the questions of her own case. */
export async function answerOwnQuestions(
  tx: Tx,
  actor: Actor,
  contactId: string,
  caseId: string,
  answers: Answers,
): Promise<{ done: true }> {
  const matter = await lockOwnCase(tx, contactId, caseId)
  refuseFrozen(matter)
  await recordAnswers(tx, actor, matter, answers, { officerId: null, at: new Date() })
  return { done: true }
}

/**
 * Keeps the answers that differ from those that stand and tells the scripts of the conversation the list they leave.
 * Throws `invalid` for what the case does not ask.
 */
export async function recordAnswers(
  tx: Tx,
  actor: Actor,
  matter: LockedCase,
  answers: Answers,
  by: { officerId: string | null; at: Date },
): Promise<void> {
  const { rows } = await tx.client.query(
    `select q.questions, (select json_object_agg(a.question, a.answer) from (
         select distinct on (question) question, answer from case_answers where station_id = $1 and case_id = $2
         order by question, answered_at desc, id desc) a) as standing
     from case_questions q where q.station_id = $1 and q.case_id = $2`,
    [tx.stationId, matter.id],
  )
  const questions: GuideQuestion[] = rows[0]?.questions ?? []
  const standing: Answers = rows[0]?.standing ?? {}
  for (const [question, answer] of Object.entries(answers)) {
    const asked = questions.find(({ key }) => key === question)
    if (!asked || (answer !== unsure && !asked.answers.some(({ key }) => key === answer)))
      throw invalid('这个问题或回答已经改过，请刷新页面后再答。')
  }
  const news = Object.entries(answers).filter(([question, answer]) => standing[question] !== answer)
  if (news.length === 0) return
  await tx.client.query(
    `insert into case_answers (station_id, id, case_id, question, answer, officer_id, answered_at)
     select $1, w.id, $2, w.question, w.answer, $3, $4
     from unnest($5::uuid[], $6::text[], $7::text[]) as w(id, question, answer)`,
    [
      tx.stationId,
      matter.id,
      by.officerId,
      by.at,
      news.map(() => newId()),
      news.map(([question]) => question),
      news.map(([, answer]) => answer),
    ],
  )
  await writeEvents(tx, actor, [
    caseEvent(matter, 'case.answers_changed', {
      questions: news.map(([question]) => question),
      saidBy: by.officerId ? 'officer' : 'resident',
    }),
  ])
  await tellList(tx, matter)
}
