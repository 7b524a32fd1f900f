import type { Case } from '../../../contract/cases.ts'
import type { Role } from '../../../contract/vocabulary.ts'
import { remainingOf } from './clock-rules.ts'
import { type PaperCheck, sayOfPaper } from './paper-word.ts'
import { mayDecide } from './rules.ts'

type Item = Record<string, unknown>

/** What the statements of case-details.ts answer. */
export type CaseRow = {
  base: Item & { conversation?: { id: string; number: string; emergency: boolean; closed: boolean } | null }
  statusChanges: Item[] | null
  calendar?: Record<string, boolean> | null
  officers: Record<string, string> | null
  /** What hangs on it, of each list in the order of time. */
  hanging: [list: string, item: Item][]
}

/** Fields that hold an officer's id and show her id and name. */
const officerFields = ['officer', 'addedBy', 'linkedBy', 'mergedBy', 'undoneBy', 'assignee', 'openedBy']

/** Puts a case together from its rows: names to the officers, the latest word to each paper, time left to each clock. */
export function assembleCase(row: CaseRow, reader: Role, now: Date): Case {
  const named = (item: Item): Item => {
    for (const field of officerFields) {
      const id = item[field] as string | null | undefined
      if (id) item[field] = { id, name: row.officers?.[id] ?? '' }
    }
    return item
  }
  const lists: Record<string, Item[]> = {}
  for (const [list, item] of row.hanging) {
    lists[list] ??= []
    lists[list].push(named(item))
  }
  const of = (list: string) => lists[list] ?? []
  const { conversation = null, ...base } = row.base
  const matter = named(base)
  return {
    villageName: null,
    contact: null,
    guide: null,
    mergedInto: null,
    ...matter,
    conversation: conversation && {
      id: conversation.id,
      number: conversation.number,
      closed: conversation.closed,
    },
    mayDecide: mayDecide(reader, {
      kind: matter['kind'] as string,
      emergency: matter['emergency'] as boolean,
      conversationEmergency: conversation?.emergency ?? false,
    }),
    statusChanges: (row.statusChanges ?? []).map(named),
    people: of('people'),
    materials: of('materials').map((paper) => ({ ...paper, ...sayOfPaper(checksOf(of('checks'), paper)) })),
    questions: of('asked')[0]?.['questions'] ?? [],
    // In the order of time: what was said last stands.
    answers: [...new Map(of('answers').map((answer) => [answer['question'], answer])).values()],
    secondTrips: of('secondTrips'),
    clocks: of('clocks').map((clock) => showClock(clock, of('clockChanges'), row.calendar ?? {}, now)),
    ownSearch: of('ownSearches').at(-1) ?? null,
    outcomes: of('outcomes').reverse(),
    links: of('links'),
    merges: of('merges'),
    calls: of('calls'),
  } as unknown as Case
}

const checksOf = (checks: Item[], paper: Item) =>
  checks
    .filter((check) => check['key'] === paper['key'])
    .map((check) => ({ ...check, laid: check['officer'] !== null })) as unknown as PaperCheck[]

function showClock(clock: Item, all: Item[], calendar: Record<string, boolean>, now: Date) {
  const changes = all.filter((change) => change['clockId'] === clock['id'])
  const last = changes.findLast((change) => change['change'] !== 'extend')
  const pausedAt = last?.['change'] === 'pause' ? (last['changedAt'] as string) : null
  const stoppedAt = clock['stoppedAt'] as string | null
  const moments = {
    dueAt: new Date(clock['dueAt'] as string),
    stoppedAt: stoppedAt ? new Date(stoppedAt) : null,
    pausedAt: pausedAt ? new Date(pausedAt) : null,
  }
  return { ...clock, pausedAt, changes, ...remainingOf(new Map(Object.entries(calendar)), moments, now) }
}
