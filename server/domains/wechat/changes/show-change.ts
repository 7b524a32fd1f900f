import type { WechatChange, WechatChangeEnd } from '../../../../contract/wechat.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { identityAfter, identityChanges, readIdentity } from './identity.ts'
import { readOpenChange } from './open-change.ts'
import { secondPersons, stillConfigures } from './second-persons.ts'
import { aloneMs } from './settle-change.ts'

/** The change that waits, as this officer sees it: old and new side by side, of secrets only that there are new ones. */
export async function showChange(tx: Tx, dataDir: string, officerId: string): Promise<WechatChange | null> {
  const [change, before] = [await readOpenChange(tx, dataDir), await readIdentity(tx)]
  // After its last hour it is no longer anybody's to answer, even if the clock's job is late.
  if (!change || !before || change.expiresAt.getTime() <= Date.now()) return null
  const approvers = await secondPersons(tx, change.askedBy)
  const isAlone = approvers.length === 0 && (await stillConfigures(tx, change.askedBy))
  return {
    id: change.id,
    askedBy: { id: change.askedBy, name: await nameOf(tx, change.askedBy) },
    askedAt: change.askedAt.toISOString(),
    expiresAt: change.expiresAt.toISOString(),
    changes: identityChanges(before, identityAfter(before, change.setup)),
    newSecrets: [
      ...(change.setup.secret ? (['app_secret'] as const) : []),
      ...(change.setup.callbackToken ? (['callback'] as const) : []),
    ],
    approvers: approvers.map(({ name }) => name),
    aloneUntil:
      change.aloneSince && isAlone ? new Date(change.aloneSince.getTime() + aloneMs).toISOString() : null,
    mayApprove: approvers.some(({ id }) => id === officerId),
    mine: change.askedBy === officerId,
  }
}

/** What became of the last one, for a week: who asked reads here why it was refused. */
export async function showLastChange(tx: Tx): Promise<WechatChangeEnd | null> {
  const { rows } = await tx.client.query(
    `select c.outcome, c.closed_at, c.reason, b.name as by, a.name as asked_by from wechat_changes c
     join officers a on a.station_id = $1 and a.id = c.asked_by
     left join officers b on b.station_id = $1 and b.id = c.closed_by
     where c.station_id = $1 and c.outcome <> 'replaced' and c.closed_at > clock_timestamp() - interval '7 days'
     order by c.closed_at desc limit 1`,
    [tx.stationId],
  )
  const row = rows[0]
  return row
    ? {
        outcome: row.outcome,
        at: row.closed_at.toISOString(),
        by: row.by,
        askedBy: row.asked_by,
        reason: row.reason,
      }
    : null
}

async function nameOf(tx: Tx, officerId: string): Promise<string> {
  const { rows } = await tx.client.query('select name from officers where station_id = $1 and id = $2', [
    tx.stationId,
    officerId,
  ])
  return rows[0]?.name ?? ''
}
