import type { EventName } from '../../../../contract/event-names.ts'
import type { HouseholdChangeKind } from '../../../../contract/vocabulary.ts'
import { type Actor, type NewEvent, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { Trail } from './trail.ts'

export type Change = {
  household: { id: string; villageId: string }
  kind: HouseholdChangeKind
  on: string
  otherId?: string | null
  residentId?: string | null
  caseId?: string | null | undefined
  note?: string | undefined
}

/**
 * Writes down what became of a household, with the trail by which it is undone. A split or a merger stands once for
 * each of the two: the first row carries the trail, the second names it. Whoever lives elsewhere now, or behind another
 * door, gets an event of her own, so that she is found there.
 */
export async function recordChange(
  tx: Tx,
  actor: Actor,
  name: EventName,
  trail: Trail,
  changes: [Change] | [Change, Change],
  alsoMoved: string[] = [],
): Promise<void> {
  await tx.db
    .insertInto('householdChanges')
    .values(
      changes.map((change, index) => ({
        stationId: tx.stationId,
        id: index === 0 ? trail.changeId : newId(),
        householdId: change.household.id,
        kind: change.kind,
        otherHouseholdId: change.otherId ?? null,
        happenedOn: change.on,
        caseId: change.caseId ?? null,
        residentId: change.residentId ?? null,
        note: change.note?.trim() ?? '',
        before: JSON.stringify(index === 0 ? trail : { twinOf: trail.changeId }),
        recordedBy: actor.kind === 'officer' ? actor.id : null,
      })),
    )
    .execute()
  const { changeId } = trail
  const people = [...new Set([...trail.people.map(({ id }) => id), ...alsoMoved])]
  await writeEvents(tx, actor, [
    ...changes.map(
      ({ household, kind, otherId, residentId, caseId }): NewEvent => ({
        name,
        subject: { kind: 'household', id: household.id },
        villageId: household.villageId,
        data: { kind, changeId, otherId, residentId, caseId },
      }),
    ),
    ...personEvents(people, changes[0].household.villageId, changeId),
  ])
}

export function personEvents(ids: string[], villageId: string, changeId: string): NewEvent[] {
  return ids.map((id) => ({
    name: 'resident.changed',
    subject: { kind: 'resident', id },
    villageId,
    data: { fields: ['household'], changeId },
  }))
}
