import type { Static } from 'typebox'
import type { ScriptPage, ScriptQuery } from '../../../contract/scripts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { foldText } from '../../platform/search/grams.ts'
import { simplify } from '../../platform/search/simplify.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findByPinyin } from './find-by-pinyin.ts'
import { type ShownRow, seenScripts, shownScripts, showScript, villagesOf } from './shown-scripts.ts'

const defaultLimit = 50

/**
 * Scripts in the order of their codes; what was looked for by words, those first whose title says it, then by keywords, then
 * by text. An auxiliary sees what she may send in one of her villages, and her own drafts.
 * Words are found as they are written, by the first letters of their pinyin, and by the whole of it.
 * `villageId` null asks for a place nobody knows the village of: only what may be sent everywhere.
 */
export async function listScripts(
  tx: Tx,
  session: OfficerSession,
  query: Omit<ScriptQuery, 'villageId'> & { villageId?: string | null; sendable?: boolean },
  now = new Date(),
): Promise<Static<typeof ScriptPage>> {
  const today = stationDay(now)
  const limit = query.limit ?? defaultLimit
  const text = simplify(foldText(query.text ?? ''))
  const spelled = await findByPinyin(tx, text)
  const { rows } = await tx.client.query({
    name: 'list-scripts',
    text: `with found as (
      select s.*, ${placeOf('$7')} || s.code as place from ${shownScripts} s
      left join unnest($13::uuid[], $19::integer[]) as p(id, rank) on p.id = s.id
      where ($3::text is null or s.scenario = $3)
        and ($4::text is null or s.state = $4)
        and ($11 or s.village_ids is null or $5::uuid = any(s.village_ids))
        and ($6::boolean is null or (s.retired_at is null and s.standing is not distinct from 'waiting') = $6)
        and ($7 = '' or p.rank is not null or strpos(lower(normalize(concat_ws(' ', s.code, s.topic, s.title, s.body, array_to_string(s.keywords, ' ')), nfkc)), $7) > 0)
        and ${seenScripts('s', '$8', '$12')}
        and ($14::text is null or s.topic = $14)
        and ($15::text is null or s.stage = $15)
        and (not $16::boolean or (s.retired_at is null and s.standing is not null and s.drafted_by = $17))
        and ($18::integer is null or (s.state in ('usable', 'expired') and s.expires_on <= $2::date + $18))
    )
    select *, village_ids::text[] as village_ids, (select count(*)::int from found) as total
    from found where $9::text is null or place collate "C" > $9 order by place collate "C" limit $10`,
    values: [
      tx.stationId,
      today,
      query.library ?? null,
      query.state ?? null,
      query.villageId ?? null,
      query.pending ?? null,
      text,
      villagesOf(session),
      query.after ?? null,
      limit + 1,
      query.villageId === undefined,
      query.sendable ? null : session.officerId,
      spelled.map(({ id }) => id),
      query.topic ?? null,
      query.stage ?? null,
      query.own ?? false,
      session.officerId,
      query.expiringWithin ?? null,
      spelled.map(({ rank }) => rank),
    ],
  })
  const page = (rows as (ShownRow & { place: string })[]).slice(0, limit)
  return {
    items: page.map((row) => showScript(row, today)),
    next: rows.length > limit ? page.at(-1)!.place : null,
    total: rows[0]?.total ?? 0,
  }
}

/** SQL: one digit for where the words of the parameter stand (`p` what pinyin found): code, title, keywords, text. */
function placeOf(words: string): string {
  const folded = (column: string) => `strpos(lower(normalize(${column}, nfkc)), ${words})`
  return `case when ${words} = '' then 0 when lower(s.code) = ${words} then 1
    when ${folded('s.title')} = 1 or p.rank = 1 then 2 when ${folded('s.title')} > 0 or p.rank = 2 then 3
    when ${folded(`array_to_string(s.keywords, ' ')`)} > 0 or p.rank = 3 then 4 else 5 end`
}
