import type { Case } from '../../../contract/cases.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { notFound } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { inStation, queryInStation, type Tx } from '../../platform/tenancy.ts'
import { assembleCase, type CaseRow } from './assemble-case.ts'
import { type Part, parts, readCase, readPart } from './case-details.ts'
import { scopeValues } from './visibility.ts'

/**
 * Everything the workbench shows of one case. The reading is recorded by its first statement, which is all that most
 * cases need; each further one sees what is committed when it runs, whichever transaction it is in.
 */
export async function showCase(
  pool: Pool,
  actor: Actor,
  session: OfficerSession,
  id: string,
  now = new Date(),
): Promise<Case> {
  const scope = scopeValues(session)
  const [found] = await queryInStation<Found>(pool, session.stationId, {
    name: 'show-case',
    text: readCase,
    values: [session.stationId, id, ...scope, newId(), actor.requestId ?? null],
    wroteEvents: true,
  })
  if (!found) throw notFound()
  const row: CaseRow = { ...found, hanging: [] }
  const has = parts.filter((part) => found[part])
  if (has.length > 0)
    await inStation(pool, session.stationId, async (tx) => {
      for (const part of has) await addPart(tx, row, part, [id, ...valuesOf(part, found, scope)])
    })
  return assembleCase(row, session.role, now)
}

type Head = Record<'village_id' | 'contact_id' | 'conversation_id' | 'guide_id', string | null>
type Found = CaseRow & Head & Record<Part, boolean>

function valuesOf(part: Part, head: Head, scope: ReturnType<typeof scopeValues>): unknown[] {
  if (part === 'around') return [head.village_id, head.contact_id, head.conversation_id, head.guide_id]
  return part === 'relations' ? scope : []
}

async function addPart(tx: Tx, row: CaseRow, part: Part, values: unknown[]): Promise<void> {
  const { rows } = await tx.client.query({
    name: `show-case-${part}`,
    text: readPart[part],
    values: [tx.stationId, ...values],
  })
  const { hanging, calendar, ...base } = rows[0]
  row.hanging.push(...(hanging ?? []))
  row.calendar ??= calendar
  Object.assign(row.base, base)
}
