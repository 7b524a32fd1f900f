import { answersOf, ownList } from '../../../contract/narrow-guide.ts'
import type { ConditionWhen, GuideQuestion, Material } from '../../../contract/services.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { takenOff } from './paper-word.ts'

export type CaseChecklist = {
  caseId: string
  guideId: string | null
  /** Done or merged: nothing on it changes any more. */
  frozen: boolean
  questions: GuideQuestion[]
  /** What was answered last to each question; no officer: the family itself. */
  answers: {
    question: string
    answer: string
    officer: { id: string; name: string } | null
    answeredAt: string
  }[]
  /** `setAside`: an officer looked and said that it is not needed. */
  materials: (Material & { setAside: boolean })[]
}

/** The papers and questions of these cases as they began with them, and what was answered; those without papers too. */
export async function readChecklists(tx: Tx, caseIds: string[]): Promise<CaseChecklist[]> {
  if (caseIds.length === 0) return []
  const { rows } = await tx.client.query({
    name: 'read-case-checklists',
    text: `select c.id as "caseId", c.guide_id as "guideId", c.finished_at is not null or c.merged_into is not null as frozen,
             coalesce((select q.questions from case_questions q where q.station_id = $1 and q.case_id = c.id), '[]') as questions,
             coalesce((select json_agg(json_build_object('question', l.question, 'answer', l.answer, 'officer',
                 case when l.officer_id is not null then json_build_object('id', l.officer_id, 'name', coalesce(o.name, '')) end,
                 'answeredAt', l.answered_at) order by l.answered_at, l.id)
               from (select distinct on (a.question) a.* from case_answers a
                     where a.station_id = $1 and a.case_id = c.id order by a.question, a.answered_at desc, a.id desc) l
               left join officers o on o.station_id = $1 and o.id = l.officer_id), '[]') as answers,
             coalesce((select json_agg(json_build_object('key', m.key, 'name', m.name, 'form', m.form, 'copies', m.copies,
                 'electronic', m.electronic, 'shared', m.shared, 'neededWhen', m.needed_when, 'note', m.advice,
                 'when', m.needed_if, 'setAside', 'not_needed' = (select k.verdict from case_material_checks k
                   where k.station_id = $1 and k.case_id = c.id and k.key = m.key and not ${takenOff('k')}
                   order by k.checked_at desc, k.id desc limit 1)) order by m.position)
               from case_materials m where m.station_id = $1 and m.case_id = c.id), '[]') as materials
           from cases c where c.station_id = $1 and c.id = any($2::uuid[])`,
    values: [tx.stationId, caseIds],
  })
  return (rows as CaseChecklist[]).map((row) => ({
    ...row,
    materials: row.materials.map((paper) => ({ ...paper, setAside: paper.setAside ?? false })),
  }))
}

/** What the family of a case brings, by its answers and by what an officer has set aside. */
export function bringFrom(
  { questions, materials, answers }: CaseChecklist,
  conditionsWhen: ConditionWhen[] = [],
) {
  const { bring, waived, conditions, elsewhere } = ownList(
    { questions, materials, conditionsWhen },
    answersOf(answers),
  )
  return {
    bring: bring.filter(({ setAside }) => !setAside),
    waived: [...waived, ...bring.filter(({ setAside }) => setAside)],
    conditions: conditions.map(({ text }) => text),
    elsewhere,
  }
}
