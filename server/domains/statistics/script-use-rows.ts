import type { Static } from 'typebox'
import type { ScriptUseMatters, ScriptUseRowsQuery } from '../../../contract/script-use.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findShown } from '../scripts/views.ts'
import { narrowingOf } from './narrowing.ts'
import { readQuery } from './read-query.ts'
import { outcomeConditions, scriptUseQuery, useValues } from './script-use.ts'

/** The conversations behind one number of a script, newest first; an auxiliary sees hers. Which were shown is recorded. */
export async function listScriptUse(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  scriptId: string,
  { outcome, after, limit = 50, ...query }: ScriptUseRowsQuery,
  now: Date,
): Promise<Static<typeof ScriptUseMatters>> {
  await findShown(tx, session, scriptId, now)
  const { period, filter } = readQuery(query, now)
  const narrow = narrowingOf(session)
  const skip = after === undefined ? 0 : Number(after)
  if (!Number.isInteger(skip) || skip < 0 || skip > 1e6) throw invalid('翻页的位置不对，请刷新页面。')
  const { rows } = await tx.client.query(
    `with ${scriptUseQuery}, found as (
       select u.* from used u where u.script_id = $7 and ${outcomeConditions[outcome]}
         and ($8::uuid[] is null or u.village_id is null or u.village_id = any($8) or u.assignee_id = $9::uuid))
     select *, (select count(*)::int from found) as total from found
     order by sent_at desc, conversation_id desc offset $10 limit $11`,
    [
      ...useValues(tx, period, filter),
      scriptId,
      narrow?.villageIds ?? null,
      narrow?.officerId ?? null,
      skip,
      limit + 1,
    ],
  )
  const page = rows.slice(0, limit)
  const shown = page.map((row) => row.conversation_id)
  await recordListed(tx, actor, 'figure.listed', shown, { of: 'script_use' })
  return {
    items: page.map((row) => ({
      conversationId: row.conversation_id,
      number: row.number,
      villageId: row.village_id,
      sentAt: row.sent_at.toISOString(),
    })),
    next: rows.length > limit ? String(skip + limit) : null,
    total: rows[0]?.total ?? 0,
  }
}
