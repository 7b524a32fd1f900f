import type { ResidentPage, ResidentQuery } from '../../../contract/residents.ts'
import { recordListed, recordSearch } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { likeOperator, likePattern } from '../../platform/search/grams.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { householdColumns, householdOf } from './read-household.ts'
import { inScope, villageScope } from './visibility.ts'

/**
 * People by name or nickname (any part of it, from one character on), initials, telephone, door, or what they call
 * themselves in a channel; by name. That somebody searched or leafed is written down with who was found, not what was typed.
 */
export async function listResidents(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  query: ResidentQuery,
): Promise<ResidentPage> {
  const limit = query.limit ?? 50
  const [afterName, afterId] = query.after ? readAfter(query.after) : [null, null]
  const words = query.query?.normalize('NFKC').trim().toLowerCase() ?? ''
  const sought = matching(words, 7)
  const { rows } = await tx.client.query(
    `select r.id, r.name, r.phone, ${householdColumns},
       (select count(*) from contacts c where c.station_id = r.station_id and c.resident_id = r.id and c.removed_at is null) as contacts
     from residents r
     left join households h on h.station_id = r.station_id and h.id = r.household_id
     left join villages v on v.station_id = h.station_id and v.id = h.village_id
     where r.station_id = $1 and r.merged_into_id is null and ${inScope('h.village_id', 2)} and ($3::uuid is null or h.village_id = $3)
       and ($4::text is null or (r.name, r.id) > ($4::text, $5::uuid)) and (${sought.sql})
     order by r.name, r.id limit $6`,
    [
      ...[tx.stationId, villageScope(session), query.villageId ?? null, afterName, afterId, limit + 1],
      ...sought.values,
    ],
  )
  const items = rows.slice(0, limit).map((row) => ({
    id: row.id,
    name: row.name,
    phone: row.phone,
    household: householdOf(row),
    contacts: Number(row.contacts),
  }))
  const last = rows.length > limit ? items.at(-1) : undefined
  const ids = items.map(({ id }) => id)
  if (words)
    await recordSearch(tx, actor, 'resident.searched', { ids, contactIds: await contactsOf(tx, ids) })
  else await recordListed(tx, actor, 'resident.listed', ids)
  return { items, next: last ? writeAfter(last) : null }
}

/** The doors of these people: under them the log is asked who looked. */
export async function contactsOf(tx: Tx, residentIds: string[]): Promise<string[]> {
  const { rows } = await tx.client.query({
    name: 'contacts-of-residents',
    text: 'select id from contacts where station_id = $1 and resident_id = any ($2::uuid[]) and removed_at is null',
    values: [tx.stationId, residentIds],
  })
  return rows.map(({ id }) => id)
}

/** What the words may be found in. Only what can match is asked: every row is read. */
function matching(words: string, first: number): { sql: string; values: string[] } {
  if (words === '') return { sql: 'true', values: [] }
  const like = `${likeOperator(words)} $${first}`
  const parts = [
    `r.name ${like}`,
    `h.address ${like}`,
    `(r.nicknames <> '{}' and array_to_string(r.nicknames, ' ') ${like})`,
  ]
  const ofContact = [`c.name ${like}`]
  const values = [likePattern(words)]
  if (/^[a-z]+$/.test(words)) parts.push(`r.name_initials like $${first + values.push(`${words}%`) - 1}`)
  if (/^[0-9+ -]{3,}$/.test(words)) {
    const digits = `like $${first + values.push(likePattern(words.replace(/[^0-9]/g, ''))) - 1}`
    parts.push(`${plainPhone('r')} ${digits}`)
    parts.push(`r.id in (select p.resident_id from resident_phones p where p.station_id = $1 and p.ended_at is null
      and ${plainPhone('p')} ${digits})`)
    ofContact.push(`${plainPhone('c')} ${digits}`)
  }
  parts.push(`r.id in (select c.resident_id from contacts c where c.station_id = $1 and c.resident_id is not null
    and c.removed_at is null and (${ofContact.join(' or ')}))`)
  return { sql: parts.join(' or '), values }
}

function plainPhone(table: 'r' | 'c' | 'p'): string {
  return `replace(replace(${table}.phone, ' ', ''), '-', '')`
}

function writeAfter({ name, id }: { name: string; id: string }): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url')
}

function readAfter(text: string): [string, string] {
  try {
    const [name, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    if (typeof name === 'string' && /^[0-9a-f-]{36}$/.test(String(id))) return [name, String(id)]
  } catch {}
  throw invalid('翻页的位置不对，请从头查找。')
}
