import type { ExternalContactPage, ExternalContactQuery } from '../../../contract/external-contacts.ts'
import type { ContactState } from '../../../contract/vocabulary.ts'
import { recordListed, recordSearch } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { likeOperator, likePattern } from '../../platform/search/grams.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { inScope, villageScope } from '../residents/visibility.ts'
import { readFollows } from './read-follows.ts'

/** What has to be true of `w`, a work account's side, and of `c`, the contact. */
const states: Record<ContactState, { follow: string; contact: string }> = {
  live: { follow: 'w.ended_at is null', contact: 'true' },
  linked: { follow: 'w.ended_at is null', contact: 'c.resident_id is not null' },
  unlinked: { follow: 'w.ended_at is null', contact: 'c.resident_id is null' },
  left: { follow: 'w.ended_at is null and w.left_at is not null', contact: 'true' },
  ended: { follow: 'w.ended_at is not null', contact: 'true' },
}

/** The columns of a contact `c` with village `v` and person `r`, for a row of the list. */
export const rowColumns = `c.id, c.name, c.phone, coalesce(c.village_id, h.village_id) as village_id, v.name as village_name,
  c.resident_id, r.name as resident_name, h.address`
export const rowJoins = `left join residents r on r.station_id = $1 and r.id = c.resident_id
  left join households h on h.station_id = $1 and h.id = r.household_id
  left join villages v on v.station_id = $1 and v.id = coalesce(c.village_id, h.village_id)`

/** The contacts of the work accounts, the newest first; who was shown or found is written down. */
export async function listExternalContacts(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  query: ExternalContactQuery,
): Promise<ExternalContactPage> {
  const limit = query.limit ?? 50
  const words = query.query?.normalize('NFKC').trim() ?? ''
  const state = states[query.state ?? 'live']
  const where = `c.station_id = $1 and c.removed_at is null and ${inScope('coalesce(c.village_id, h.village_id)', 2)}
    and ($3::uuid is null or coalesce(c.village_id, h.village_id) = $3) and ${state.contact}
    and exists (select from work_contacts w where w.station_id = $1 and w.contact_id = c.id and ${state.follow}
      and ($4::text is null or w.user_id = $4)
      and ($5::text is null or c.name ${likeOperator(words)} $5 or r.name ${likeOperator(words)} $5 or w.remark ${likeOperator(words)} $5
        or array_to_string(w.mobiles, ' ') like $5))`
  const values = [
    tx.stationId,
    villageScope(session),
    query.villageId ?? null,
    query.account ?? null,
    words ? likePattern(words) : null,
  ]
  const { rows } = await tx.client.query(
    `select ${rowColumns} from contacts c ${rowJoins} where ${where} and ($6::uuid is null or c.id < $6) order by c.id desc limit $7`,
    [...values, query.after ?? null, limit + 1],
  )
  const shown = rows.slice(0, limit)
  const ids = shown.map((row) => row.id as string)
  const follows = await readFollows(tx, ids)
  const total = query.after
    ? undefined
    : (await tx.client.query(`select count(*)::int as n from contacts c ${rowJoins} where ${where}`, values))
        .rows[0].n
  if (words) await recordSearch(tx, actor, 'external_contact.searched', { ids, contactIds: ids })
  else await recordListed(tx, actor, 'external_contact.listed', ids)
  return {
    items: shown.map((row) => ({
      id: row.id,
      name: row.name,
      villageId: row.village_id,
      villageName: row.village_name,
      residentId: row.resident_id,
      residentName: row.resident_name,
      address: row.address,
      follows: follows.get(row.id) ?? [],
    })),
    next: rows.length > limit ? (ids.at(-1) ?? null) : null,
    ...(total === undefined ? {} : { total }),
  }
}
