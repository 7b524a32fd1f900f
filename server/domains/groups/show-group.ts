import type { ChatGroup } from '../../../contract/groups.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { officersOfAccounts } from '../external-contacts/work-account-officers.ts'
import { inScope, villageScope } from '../residents/visibility.ts'
import { findVisibleGroup } from './find-group.ts'
import { readGroup } from './list-groups.ts'

const mostKnown = 500
const mostChanges = 50

/** A group with the colleagues and the contacts in it and what moved; whom of the residents it showed is written down. */
export async function showGroup(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
): Promise<ChatGroup> {
  const { villageId } = await findVisibleGroup(tx, session, id)
  const accounts = await officersOfAccounts(tx)
  const present = await tx.client.query(
    'select member_id, joined_at from chat_group_members where station_id = $1 and group_id = $2 and is_staff order by joined_at, member_id',
    [tx.stationId, id],
  )
  const changes = await tx.client.query(
    `select kind, joined, gone, staff, found_by, at from chat_group_changes
     where station_id = $1 and group_id = $2 order by at desc, id desc limit ${mostChanges}`,
    [tx.stationId, id],
  )
  const known = await tx.client.query(
    `select c.id, coalesce(r.name, nullif(c.name, ''), p.name) as name, m.joined_at from chat_group_members m
     join external_people p on p.station_id = $1 and p.external_userid = m.member_id
     join contacts c on c.station_id = $1 and c.id = p.contact_id and c.removed_at is null
     left join residents r on r.station_id = $1 and r.id = c.resident_id
     left join households h on h.station_id = $1 and h.id = r.household_id
     where m.station_id = $1 and m.group_id = $2 and not m.is_staff and ${inScope('coalesce(c.village_id, h.village_id)', 3)}
     order by m.joined_at desc, c.id limit ${mostKnown}`,
    [tx.stationId, id, villageScope(session)],
  )
  await writeEvents(tx, actor, [{ name: 'chat_group.read', subject: { kind: 'chat_group', id }, villageId }])
  await recordListed(
    tx,
    actor,
    'external_contact.listed',
    known.rows.map((row) => row.id),
    { of: 'chat_group' },
  )
  return {
    ...(await readGroup(tx, id)),
    present: present.rows.map((row) => ({
      account: row.member_id,
      officerName: accounts.get(row.member_id)?.name ?? null,
      joinedAt: row.joined_at.toISOString(),
    })),
    changes: changes.rows.map((row) => ({
      kind: row.kind,
      joined: row.joined,
      gone: row.gone,
      staff: row.staff.map((account: string) => accounts.get(account)?.name ?? account),
      foundBy: row.found_by,
      at: row.at.toISOString(),
    })),
    known: known.rows.map((row) => ({
      contactId: row.id,
      name: row.name,
      joinedAt: row.joined_at.toISOString(),
    })),
  }
}
