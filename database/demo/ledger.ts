import type { EventName } from '../../contract/event-names.ts'
import { formatNumber } from '../../server/platform/numbers.ts'
import { dayAt } from './demo-time.ts'
import { type Rows, type RowsOf, snakeCase } from './insert-rows.ts'
import type { Random } from './random.ts'

/** In this order a row never comes before the one it points to. */
export const tableOrder = [
  'conversations',
  'messages',
  'triageReadings',
  'triageCorrections',
  'assignments',
  'mentions',
  'drafts',
  'cases',
  'caseStatusChanges',
  'casePeople',
  'caseMaterials',
  'caseMaterialChecks',
  'caseClocks',
  'caseClockChanges',
  'caseOwnSearches',
  'caseOutcomes',
  'caseRatings',
  'caseLinks',
  'caseMerges',
  'conversationHolds',
  'conversationFacts',
  'closures',
  'ratings',
  'appointments',
  'appointmentChanges',
  'events',
] as const
export type LedgerTable = (typeof tableOrder)[number]
/** The same, as the database calls them. */
export const ledgerTables = tableOrder.map(snakeCase)

export type DemoActor = { kind: 'officer' | 'resident' | 'system'; id: string | null }
export type Subject = {
  kind: string
  id: string
  conversationId?: string | null
  contactId?: string | null
  villageId?: string | null
}

/** What has been written down and is not in the database yet. */
export type Ledger = {
  rows: RowsOf
  add: <T extends LedgerTable>(table: T, row: Rows<T>[number]) => void
  event: (
    at: number,
    name: EventName,
    actor: DemoActor,
    subject: Subject,
    data?: Record<string, unknown>,
    id?: string,
  ) => void
  /** The day's next number of a series, such as 261123-0042. */
  number: (series: string, at: number) => string
  /** How many of each series and day were given out. */
  numbersTaken: Map<string, { series: string; day: string; count: number }>
  /** Hands over what is written so far and begins a new page. */
  take: () => RowsOf
}

export function createLedger(random: Random): Ledger {
  const numbersTaken: Ledger['numbersTaken'] = new Map()
  const ledger: Ledger = {
    rows: {},
    numbersTaken,
    add(table, row) {
      const list = (ledger.rows[table] ?? []) as unknown[]
      if (list.length === 0) ledger.rows[table] = list as RowsOf[typeof table]
      list.push(row)
    },
    event(
      at,
      name,
      actor,
      { kind, id, conversationId, contactId, villageId },
      data = {},
      eventId = random.id(at),
    ) {
      ledger.add('events', {
        id: eventId,
        name,
        actorKind: actor.kind,
        actorId: actor.id,
        subjectKind: kind,
        subjectId: id,
        conversationId: conversationId ?? null,
        contactId: contactId ?? null,
        villageId: villageId ?? null,
        data: JSON.stringify(data),
        at: new Date(at),
      })
    },
    number(series, at) {
      const day = dayAt(at)
      const key = `${series} ${day}`
      const taken = numbersTaken.get(key) ?? { series, day, count: 0 }
      numbersTaken.set(key, taken)
      return formatNumber(day, ++taken.count)
    },
    take() {
      const { rows } = ledger
      ledger.rows = {}
      return rows
    },
  }
  return ledger
}
