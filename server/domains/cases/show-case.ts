import type { Case } from '../../../contract/cases.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { assembleCase } from './assemble-case.ts'
import { readCase } from './case-details.ts'
import { scopeValues } from './visibility.ts'

/** Everything the workbench shows of one case. The reading is recorded by the same statement. */
export async function showCase(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  now = new Date(),
): Promise<Case> {
  const { rows } = await tx.client.query({
    name: 'show-case',
    text: readCase,
    values: [tx.stationId, id, ...scopeValues(session), newId(), actor.requestId ?? null],
  })
  if (!rows[0]) throw notFound()
  tx.wroteEvents = true
  return assembleCase(rows[0], session.role, now)
}
