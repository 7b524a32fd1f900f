import type { AppointmentDetail } from '../../../contract/appointments.ts'
import { answersOf, ownList } from '../../../contract/narrow-guide.ts'
import type { OwnPaper } from '../../../contract/own-papers.ts'
import type { ConditionWhen, GuideQuestion, Material } from '../../../contract/services.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { bringFrom, type CaseChecklist, readChecklists } from '../cases/read-checklists.ts'
import { sayWhatToBring } from '../services/say-papers.ts'
import { findGuide, materialsOf } from '../services/views.ts'
import { stillAsked, type WordedAnswer } from './answer-rules.ts'
import type { AppointmentRow } from './appointment-rows.ts'

type StandingAnswer = AppointmentDetail['answers'][number]

/** The one list of an appointment: what everybody sees and every message says. */
export type OwnList = {
  questions: GuideQuestion[]
  guideVersion: number
  answers: StandingAnswer[]
  bring: OwnPaper[]
  /** `setAside`: not by an answer, but because an officer said so in the case. */
  waived: (Pick<Material, 'key' | 'name'> & { setAside?: boolean })[]
  /** What else matters for this family. */
  conditions: string[]
  /** Its answers lead to another guide. */
  elsewhere: boolean
  /** How many papers the whole list has. */
  whole: number
  /** It is its case's, which asks and answers by itself. */
  ofCase: boolean
  /** Its case is over: nothing on it changes any more. */
  frozen: boolean
}

type Whose = Pick<AppointmentRow, 'id' | 'guideId' | 'caseId'>

export async function ownListOf(tx: Tx, row: Whose): Promise<OwnList> {
  return (await ownListsOf(tx, [row])).get(row.id)!
}

/** The lists of these appointments by their ids. Where a case about the same guide runs, its list is the one. */
export async function ownListsOf(tx: Tx, rows: Whose[]): Promise<Map<string, OwnList>> {
  const guides = new Map<string, WholeGuide>()
  for (const { guideId } of rows) if (!guides.has(guideId)) guides.set(guideId, await readWhole(tx, guideId))
  const cases = await readChecklists(
    tx,
    rows.flatMap(({ caseId }) => caseId ?? []),
  )
  const given = await readAnswers(tx, rows)
  return new Map(rows.map((row) => [row.id, listOf(row, guides.get(row.guideId)!, cases, given)]))
}

function listOf(row: Whose, guide: WholeGuide, cases: CaseChecklist[], given: GivenAnswer[]): OwnList {
  const { questions, guideVersion } = guide
  const list = cases.find(({ caseId, guideId }) => caseId === row.caseId && guideId === row.guideId)
  if (list && list.materials.length > 0) {
    const { answers, frozen, materials } = list
    const own = bringFrom(list, guide.conditionsWhen)
    const asked = { questions: list.questions, guideVersion, answers }
    return { ...own, ...asked, whole: materials.length, ofCase: true, frozen }
  }
  const answers = given.filter((each) => each.of === row.id && stillAsked(each, questions))
  const own = ownList(guide, answersOf(answers))
  return {
    ...own,
    conditions: own.conditions.map(({ text }) => text),
    ...{ questions, guideVersion, answers, whole: guide.materials.length, ofCase: false, frozen: false },
  }
}

/** What to bring to this appointment, as sentences of a message. */
export async function sayOwnList(tx: Tx, row: Whose): Promise<string> {
  return sayWhatToBring(await ownListOf(tx, row))
}

type WholeGuide = {
  questions: GuideQuestion[]
  conditionsWhen: ConditionWhen[]
  guideVersion: number
  materials: Material[]
}

async function readWhole(tx: Tx, guideId: string): Promise<WholeGuide> {
  const guide = await findGuide(tx, { id: guideId })
  return {
    questions: guide?.questions ?? [],
    conditionsWhen: guide?.conditionsWhen ?? [],
    guideVersion: guide?.version ?? 1,
    materials: await materialsOf(tx, guideId),
  }
}

type GivenAnswer = StandingAnswer & WordedAnswer & { of: string }

async function readAnswers(tx: Tx, rows: Whose[]): Promise<GivenAnswer[]> {
  const found = await tx.client.query({
    name: 'read-appointment-answers',
    text: `select l.appointment_id as of, l.question, l.answer, l.asked, l.said, l.answered_at, l.officer_id, o.name
           from (select distinct on (a.appointment_id, a.question) a.* from appointment_answers a
                 where a.station_id = $1 and a.appointment_id = any($2::uuid[])
                 order by a.appointment_id, a.question, a.answered_at desc, a.id desc) l
           left join officers o on o.station_id = $1 and o.id = l.officer_id
           order by l.answered_at, l.id`,
    values: [tx.stationId, rows.map(({ id }) => id)],
  })
  return found.rows.map(({ officer_id, name, answered_at, ...answer }) => ({
    ...answer,
    officer: officer_id ? { id: officer_id, name: name ?? '' } : null,
    answeredAt: answered_at.toISOString(),
  }))
}
