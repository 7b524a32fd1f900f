import type { CaseKind, CaseStatus } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Audience } from '../../platform/live/audience.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { scopeValues, visibleCases } from './visibility.ts'

export type CaseBrief = {
  id: string
  number: string
  kind: CaseKind
  title: string
  status: CaseStatus
  villageId: string | null
  contactId: string | null
  conversationId: string | null
  guideId: string | null
  assigneeId: string | null
  openedAt: Date
  finishedAt: Date | null
  mergedInto: string | null
}

const columns = `c.id, c.number, c.kind, c.title, c.status, c.village_id as "villageId", c.contact_id as "contactId",
  c.conversation_id as "conversationId", c.guide_id as "guideId", c.assignee_id as "assigneeId", c.opened_at as "openedAt",
  c.finished_at as "finishedAt", c.merged_into as "mergedInto"`

/** A case this officer may see; null otherwise. */
export async function findVisibleCase(
  tx: Tx,
  session: OfficerSession,
  id: string,
): Promise<CaseBrief | null> {
  const { rows } = await tx.client.query({
    name: 'find-visible-case',
    text: `select ${columns} from cases c where c.station_id = $1 and c.id = $2 and ${visibleCases(3)}`,
    values: [tx.stationId, id, ...scopeValues(session)],
  })
  return rows[0] ?? null
}

/** Whom these cases concern as they stand: their village, and who holds them. */
export async function caseAudiences(tx: Tx, ids: string[]): Promise<Map<string, Audience>> {
  if (ids.length === 0) return new Map()
  const { rows } = await tx.client.query({
    name: 'case-audiences',
    text: 'select id, village_id, assignee_id from cases where station_id = $1 and id = any($2::uuid[])',
    values: [tx.stationId, ids],
  })
  return new Map(
    rows.map(({ id, village_id, assignee_id }) => [
      id,
      { villageIds: [village_id], officerIds: assignee_id ? [assignee_id] : [] },
    ]),
  )
}
