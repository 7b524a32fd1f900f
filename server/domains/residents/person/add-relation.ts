import type { NewResidentRelation } from '../../../../contract/person.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findVisibleResident } from '../visibility.ts'
import { isMutual, ranDownwards } from './relation-rules.ts'

/** Writes down what two people of the register are to each other. What stands there already is answered with its row. */
export async function addRelation(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  residentId: string,
  { otherId, kind, outward, note }: NewResidentRelation,
): Promise<{ id: string }> {
  if (otherId === residentId) throw invalid('不能和本人建立关系，请选另一位居民。')
  // In one order everywhere, so that two officers wait for each other and never in a circle.
  for (const id of [residentId, otherId].toSorted()) await findVisibleResident(tx, session, id, true)
  const { villageId } = await findVisibleResident(tx, session, residentId)
  const [fromId, toId] = outward ? [residentId, otherId] : [otherId, residentId]
  const { rows } = await tx.client.query(
    `select id, from_id, kind from resident_relations
     where station_id = $1 and ended_at is null and (from_id, to_id) in (($2, $3), ($3, $2))`,
    [tx.stationId, fromId, toId],
  )
  const same = rows.find((row) => row.kind === kind && (row.from_id === fromId || isMutual(kind)))
  if (same) return { id: same.id }
  if (ranDownwards(kind) && rows.some((row) => row.kind === kind))
    throw conflict('已经记了反过来的关系，请先去掉那一条。')
  const id = newId()
  await tx.db
    .insertInto('residentRelations')
    .values({
      ...{ stationId: tx.stationId, id, fromId, toId, kind },
      ...{ note: note?.trim() ?? '', recordedBy: session.officerId },
    })
    .execute()
  await writeEvents(
    tx,
    actor,
    [residentId, otherId].map((each) => ({
      name: 'resident.related' as const,
      subject: { kind: 'resident', id: each },
      villageId,
      data: { relationId: id, kind },
    })),
  )
  return { id }
}
