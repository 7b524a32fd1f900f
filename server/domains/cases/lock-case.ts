import type { CaseKind, CaseStatus } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { NewEvent } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { scopeValues, visibleCases } from './visibility.ts'

export type LockedCase = {
  id: string
  number: string
  kind: CaseKind
  title: string
  status: CaseStatus
  emergency: boolean
  /** What its conversation is marked as, by the machine or a person. */
  conversationEmergency: boolean
  villageId: string | null
  contactId: string | null
  conversationId: string | null
  guideId: string | null
  assigneeId: string | null
  finishedAt: Date | null
  mergedInto: string | null
  revision: string
}

const columns = `c.id, c.number, c.kind, c.title, c.status, c.emergency, coalesce(q.emergency, false) as "conversationEmergency",
  c.village_id as "villageId", c.contact_id as "contactId", c.conversation_id as "conversationId", c.guide_id as "guideId",
  c.assignee_id as "assigneeId", c.finished_at as "finishedAt", c.merged_into as "mergedInto", c.xmin::text as revision`
const source = `from cases c left join conversations q on q.station_id = c.station_id and q.id = c.conversation_id`

/** The case, locked until the end of the transaction: every change begins with this. 404 when it may not be seen. */
export async function lockCase(tx: Tx, session: OfficerSession, id: string): Promise<LockedCase> {
  const [locked] = await lockCases(tx, session, [id])
  return locked!
}

/** Several cases, in the order asked, locked in the order of their ids so that two who lock crosswise only wait. */
export async function lockCases(tx: Tx, session: OfficerSession, ids: string[]): Promise<LockedCase[]> {
  const { rows } = await tx.client.query({
    name: 'lock-cases',
    text: `select ${columns} ${source} where c.station_id = $1 and c.id = any($2::uuid[]) and ${visibleCases(3)}
           order by c.id for no key update of c`,
    values: [tx.stationId, ids, ...scopeValues(session)],
  })
  return ids.map((id) => {
    const row = rows.find((found) => found.id === id)
    if (!row) throw notFound()
    return row
  })
}

/** The case locked for its own resident; 404 for everybody else's. */
export async function lockOwnCase(tx: Tx, contactId: string, id: string): Promise<LockedCase> {
  const { rows } = await tx.client.query(
    `select ${columns} ${source} where c.station_id = $1 and c.id = $2 and c.contact_id = $3 for no key update of c`,
    [tx.stationId, id, contactId],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** The case locked whoever asks: for deeds whose right to it was found another way. */
export async function lockStandingCase(tx: Tx, id: string): Promise<LockedCase> {
  const { rows } = await tx.client.query(
    `select ${columns} ${source} where c.station_id = $1 and c.id = $2 for no key update of c`,
    [tx.stationId, id],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** An event about a case, with everything by which the feed is narrowed. */
export function caseEvent(
  matter: Pick<LockedCase, 'id' | 'conversationId' | 'contactId' | 'villageId'>,
  name: NewEvent['name'],
  data: Record<string, unknown> = {},
): NewEvent {
  const { conversationId, contactId, villageId } = matter
  return { name, subject: { kind: 'case', id: matter.id }, conversationId, contactId, villageId, data }
}
