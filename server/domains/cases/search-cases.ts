import type { CaseStatus } from '../../../contract/vocabulary.ts'
import { recordSearch } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { findEntries, findNearEntries } from '../../platform/search/find-entries.ts'
import type { Query } from '../../platform/search/parse-query.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { scopeValues, visibleCases } from './visibility.ts'

export type CaseFound = {
  id: string
  number: string
  title: string
  status: CaseStatus
  /** What the index holds of it, for the words around what was found. */
  words: string
  villageName: string | null
  openedAt: Date
}

type Asked = {
  query: Query
  near: boolean
  /** Words that may have been meant: what has one of them is found as well. */
  meant: Query[]
  villageId?: string | undefined
  from?: string | undefined
  until?: string | undefined
  limit: number
}

/** Cases by number, title, words, people, pinyin or initials, the newest first; narrowed as the list of cases is. */
export async function searchCases(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  asked: Asked,
): Promise<{ cases: CaseFound[]; more: boolean }> {
  const find = asked.near ? findNearEntries : findEntries
  const words = new Map<string, string>()
  for (const hit of await find(tx, 'case', asked.query)) words.set(hit.id, hit.words)
  for (const query of asked.meant)
    for (const hit of await findEntries(tx, 'case', query)) words.set(hit.id, hit.words)
  const { rows } = await tx.client.query({
    name: 'search-cases',
    text: `select c.id, c.number, c.title, c.status, c.contact_id, c.opened_at as "openedAt", v.name as "villageName"
           from cases c left join villages v on v.station_id = $1 and v.id = c.village_id
           where c.station_id = $1 and c.id = any ($4::uuid[]) and c.merged_into is null and ${visibleCases(2)}
             and ($5::uuid is null or c.village_id = $5) and c.opened_at >= coalesce($6::timestamptz, '-infinity')
             and c.opened_at < coalesce($7::timestamptz, 'infinity')
           order by c.opened_at desc, c.id desc limit $8`,
    values: [
      tx.stationId,
      ...scopeValues(session),
      [...words.keys()],
      asked.villageId ?? null,
      asked.from ?? null,
      asked.until ?? null,
      asked.limit + 1,
    ],
  })
  const page = rows.slice(0, asked.limit)
  await recordSearch(tx, actor, 'case.searched', {
    ids: page.map(({ id }) => id),
    contactIds: page.map((row) => row.contact_id),
  })
  return {
    cases: page.map((row) => ({ ...row, words: words.get(row.id)! })),
    more: rows.length > asked.limit,
  }
}
