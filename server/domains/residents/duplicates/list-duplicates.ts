import type { Duplicates, DuplicatesQuery } from '../../../../contract/duplicates.ts'
import { recordListed } from '../../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { villageScope } from '../visibility.ts'
import { findPairs } from './find-pairs.ts'
import { readLikePeople, showLikePeople } from './like-people.ts'
import { reasonsOf, weigh } from './rules.ts'

/**
 * Entries that may be of one person among those the officer sees, the likeliest first, with why. Those somebody has
 * told apart are not among them. Nothing is ever merged by itself; who was shown is written down.
 */
export async function listDuplicates(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  { villageId, limit = 30 }: DuplicatesQuery,
): Promise<Duplicates> {
  const scope = villageScope(session)
  const people = await readLikePeople(
    tx,
    villageId
      ? { villageIds: !scope || scope.includes(villageId) ? [villageId] : [], homeless: false }
      : { villageIds: scope, homeless: true },
  )
  const apart = await readToldApart(tx)
  const pairs = findPairs(people)
    .filter(([one, other]) => !apart.has(`${one.id} ${other.id}`))
    .map(([one, other]) => ({ one, other, reasons: reasonsOf(one, other) }))
    .sort((a, b) => weigh(b.reasons) - weigh(a.reasons) || (a.one.id < b.one.id ? -1 : 1))
  const shown = pairs.slice(0, limit)
  await recordListed(
    tx,
    actor,
    'resident.listed',
    shown.flatMap(({ one, other }) => [one.id, other.id]),
    { of: 'duplicates' },
  )
  const told = await showLikePeople(
    tx,
    shown.flatMap(({ one, other }) => [one, other]),
  )
  return {
    items: shown.map(({ one, other, reasons }) => ({
      one: told.get(one.id)!,
      other: told.get(other.id)!,
      reasons,
    })),
    total: pairs.length,
  }
}

async function readToldApart(tx: Tx): Promise<Set<string>> {
  const { rows } = await tx.client.query({
    name: 'residents-told-apart',
    text: 'select one_id, other_id from resident_distinctions where station_id = $1',
    values: [tx.stationId],
  })
  return new Set(rows.map(({ one_id, other_id }) => `${one_id} ${other_id}`))
}
