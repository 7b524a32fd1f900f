import type { Case } from '../../../contract/cases.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { assembleCase, type CaseRow } from './assemble-case.ts'
import { type Part, parts, readCase, readPart } from './case-details.ts'
import { scopeValues } from './visibility.ts'

/** Everything the workbench shows of one case. The reading is recorded by the first of its statements. */
export async function showCase(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  now = new Date(),
): Promise<Case> {
  const scope = scopeValues(session)
  const { rows } = await tx.client.query({
    name: 'show-case',
    text: readCase,
    values: [tx.stationId, id, ...scope, newId(), actor.requestId ?? null],
  })
  const found = rows[0]
  if (!found) throw notFound()
  tx.wroteEvents = true
  const row: CaseRow = { ...found, hanging: [] }
  for (const part of parts)
    if (found[part]) await addPart(tx, row, part, [id, ...valuesOf(part, found, scope)])
  return assembleCase(row, session.role, now)
}

type Head = Record<'village_id' | 'contact_id' | 'conversation_id' | 'guide_id', string | null>

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
