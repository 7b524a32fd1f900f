import type { GroupPage, GroupQuery, GroupRow } from '../../../contract/groups.ts'
import type { GroupState } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { likeOperator, likePattern } from '../../platform/search/grams.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { officersOfAccounts } from '../external-contacts/work-account-officers.ts'
import { listVillages, officerNames } from '../officers/views.ts'
import { inScope, villageScope } from '../residents/visibility.ts'
import { suggestVillages } from './suggest-village.ts'

const recentGap = `exists (select from chat_group_changes x where x.station_id = $1 and x.group_id = g.id and x.kind = 'gap'
  and x.at > now() - interval '30 days')`

const states: Record<GroupState, string> = {
  live: 'g.dismissed_at is null',
  unplaced: 'g.dismissed_at is null and g.village_id is null',
  gap: `g.dismissed_at is null and ${recentGap}`,
  dismissed: 'g.dismissed_at is not null',
}

const columns = `g.id, g.name, g.village_id, v.name as village_name, g.owner_account, g.owner_officer_id, g.member_count, g.changed_at,
  g.checked_at, g.dismissed_at, g.status,
  (select count(*)::int from chat_group_members m where m.station_id = $1 and m.group_id = g.id and m.is_staff) as staff,
  (select count(*)::int from chat_group_members m join external_people p on p.station_id = $1 and p.external_userid = m.member_id
    join contacts c on c.station_id = $1 and c.id = p.contact_id and c.removed_at is null
    where m.station_id = $1 and m.group_id = g.id and not m.is_staff) as contacts,
  (select count(*)::int from chat_group_changes x where x.station_id = $1 and x.group_id = g.id and x.kind = 'gap'
    and x.at > now() - interval '30 days') as gaps`

/** The village groups by village and name: of the people in them only how many. */
export async function listGroups(tx: Tx, session: OfficerSession, query: GroupQuery): Promise<GroupPage> {
  const limit = query.limit ?? 50
  const words = query.query?.normalize('NFKC').trim() ?? ''
  const offset = Number(query.after ?? 0) || 0
  const where = `g.station_id = $1 and ${inScope('g.village_id', 2)} and ($3::uuid is null or g.village_id = $3)
    and ($4::text is null or g.name ${likeOperator(words)} $4) and ${states[query.state ?? 'live']}`
  const values = [
    tx.stationId,
    villageScope(session),
    query.villageId ?? null,
    words ? likePattern(words) : null,
  ]
  const { rows } = await tx.client.query(
    `select ${columns} from chat_groups g left join villages v on v.station_id = $1 and v.id = g.village_id
     where ${where} order by v.position nulls first, g.name, g.id offset $5 limit $6`,
    [...values, offset, limit + 1],
  )
  const { rows: counted } = await tx.client.query(
    `select count(*)::int as n from chat_groups g where ${where}`,
    values,
  )
  const items = await groupsOf(tx, rows.slice(0, limit))
  return { items, next: rows.length > limit ? String(offset + limit) : null, total: counted[0].n }
}

/** One group's row, whoever asks: visibility comes first. */
export async function readGroup(tx: Tx, id: string): Promise<GroupRow> {
  const { rows } = await tx.client.query(
    `select ${columns} from chat_groups g left join villages v on v.station_id = $1 and v.id = g.village_id
     where g.station_id = $1 and g.id = $2`,
    [tx.stationId, id],
  )
  return (await groupsOf(tx, rows))[0]!
}

// biome-ignore lint/suspicious/noExplicitAny: rows as the database gives them.
async function groupsOf(tx: Tx, rows: any[]): Promise<GroupRow[]> {
  const accounts = await officersOfAccounts(tx)
  const names = await officerNames(tx, rows.map((row) => row.owner_officer_id).filter(Boolean))
  const unplaced = rows.filter((row) => row.village_id === null && row.dismissed_at === null)
  const suggestions = await suggestVillages(tx, unplaced.length > 0 ? await listVillages(tx) : [], unplaced)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    villageId: row.village_id,
    villageName: row.village_name,
    ownerAccount: row.owner_account,
    ownerName: accounts.get(row.owner_account)?.name ?? names.get(row.owner_officer_id) ?? null,
    members: row.member_count,
    staff: row.staff,
    contacts: row.contacts,
    changedAt: row.changed_at?.toISOString() ?? null,
    checkedAt: row.checked_at?.toISOString() ?? null,
    dismissedAt: row.dismissed_at?.toISOString() ?? null,
    status: row.status,
    gaps: row.gaps,
    suggestion: suggestions.get(row.id) ?? null,
  }))
}
