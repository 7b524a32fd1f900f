import type { Role } from '../../../../contract/vocabulary.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** An officer and the corporation's member she is. Not `confirmed`: somebody says so, she herself has not yet. */
export type BoundMember = {
  userId: string
  officerId: string
  name: string
  role: Role
  /** Neither suspended nor waiting for a second person. */
  active: boolean
  confirmed: boolean
}

const select = `select m.user_id as "userId", m.officer_id as "officerId", o.name, o.role,
    m.confirmed_at is not null as confirmed,
    exists (select from active_officers a where a.station_id = $1 and a.id = m.officer_id) as active
  from officer_wecom_members m join officers o on o.station_id = $1 and o.id = m.officer_id`

/** SQL: what the officer behind a member's id is called, or the id itself while no officer has confirmed that it is hers. */
export function memberName(station: string, userId: string): string {
  return `coalesce((select n.name from officer_wecom_members w join officers n on n.station_id = w.station_id and n.id = w.officer_id
    where w.station_id = ${station} and lower(w.user_id) = lower(${userId}) and w.confirmed_at is not null), ${userId})`
}

/** Whose work accounts these are, by the member's id in small letters. Members of nobody are missing. */
export async function officersOfMembers(
  tx: Tx,
  userIds: Iterable<string>,
): Promise<Map<string, BoundMember>> {
  const wanted = [...new Set([...userIds].map((id) => id.toLowerCase()))]
  if (wanted.length === 0) return new Map()
  const { rows } = await tx.client.query({
    name: 'officers-of-members',
    text: `${select} where m.station_id = $1 and lower(m.user_id) = any($2)`,
    values: [tx.stationId, wanted],
  })
  return new Map(rows.map((row: BoundMember) => [row.userId.toLowerCase(), row]))
}

/** The members of these officers, or of all who have one, by the officer's id. */
export async function membersOfOfficers(
  tx: Tx,
  officerIds: readonly string[] | null = null,
): Promise<Map<string, BoundMember>> {
  const { rows } = await tx.client.query({
    name: 'members-of-officers',
    text: `${select} where m.station_id = $1 and ($2::uuid[] is null or m.officer_id = any($2))`,
    values: [tx.stationId, officerIds],
  })
  return new Map(rows.map((row: BoundMember) => [row.officerId, row]))
}
