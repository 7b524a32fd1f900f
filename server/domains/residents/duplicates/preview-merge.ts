import type { MergePreview } from '../../../../contract/duplicates.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { recordResidentRead } from '../record-resident-read.ts'
import { stricterOf } from './join-consents.ts'
import { readLikePeople, showLikePeople } from './like-people.ts'
import { readPair } from './lock-pair.ts'
import type { MattersAbove } from './matters-above.ts'
import { conflictsOf } from './merge-rules.ts'
import { wereToldApart } from './tell-apart.ts'

/** What would become of two entries if the other became part of the first. Nothing is changed; two looks are written down. */
export async function previewMerge(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  keptId: string,
  goneId: string,
  above: MattersAbove,
): Promise<MergePreview> {
  const pair = await readPair(tx, session, [keptId, goneId])
  const [kept, gone] = pair
  if (kept.mergedIntoId || gone.mergedIntoId) throw conflict('其中一条已经合并了，请从居民名单重新打开。')
  for (const { id, villageId } of pair) await recordResidentRead(tx, actor, id, villageId)
  const told = await showLikePeople(tx, await readLikePeople(tx, { ids: [keptId, goneId] }))
  const { rows } = await tx.client.query(
    `select array(select id from contacts where station_id = $1 and resident_id = $2) as contacts,
       (select count(*) from contacts where station_id = $1 and resident_id = $2 and removed_at is null)::int as live,
       (select count(*) from resident_phones where station_id = $1 and resident_id = $2 and ended_at is null)::int as phones,
       (select count(*) from resident_relations where station_id = $1 and $2 in (from_id, to_id) and ended_at is null)::int as relations,
       (select count(*) from household_members where station_id = $1 and resident_id = $2)::int as memberships,
       (select count(*) from resident_absences where station_id = $1 and resident_id = $2)::int as absences`,
    [tx.stationId, goneId],
  )
  const { contacts, live, phones, relations, memberships, absences } = rows[0]
  return {
    kept: told.get(keptId)!,
    gone: told.get(goneId)!,
    toldApart: await wereToldApart(tx, [keptId, goneId]),
    conflicts: conflictsOf(kept, gone),
    moves: {
      ...{ contacts: live, phones, relations, memberships, absences },
      conversations: await above.count.conversations(tx, contacts),
      cases: await above.count.cases(tx, contacts),
      appointments: await above.count.appointments(tx, contacts),
      casePeople: (await above.casePeopleOf(tx, goneId)).length,
      consents: (await stricterOf(tx, keptId, goneId)).length,
    },
  }
}
