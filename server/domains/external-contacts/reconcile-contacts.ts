import type { Api } from '../../gateways/wecom/api/api.ts'
import { pagesOf } from '../../gateways/wecom/api/pages-of.ts'
import { listContacts } from '../../gateways/wecom/calls/list-contacts.ts'
import { listContactsOfUsers } from '../../gateways/wecom/calls/list-contacts-of-users.ts'
import { listFollowUsers } from '../../gateways/wecom/calls/list-follow-users.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { followTags } from './follow-tags.ts'
import { keepFollows, noteAccounts } from './keep-follows.ts'
import { type Finding, type Progress, runReconcile } from './run-reconcile.ts'

/** The comparison of all work accounts and all their contacts: makes good whatever callbacks did not say. */
export async function reconcileContacts(pool: Pool, api: Api, stationId: string): Promise<void> {
  await runReconcile(pool, stationId, 'contacts', async (progress) => {
    const users = await listFollowUsers(api)
    await inStation(pool, stationId, async (tx) => {
      await noteAccounts(tx, users)
      await tx.client.query(
        `update work_accounts set gone_at = clock_timestamp() where station_id = $1 and gone_at is null and user_id <> all($2)`,
        [stationId, users],
      )
    })
    await followTags(pool, api, stationId)
    const accounts: { userId: string; ids: string[]; since: Date }[] = []
    for (const userId of users) {
      const since = await databaseTime(pool, stationId)
      accounts.push({ userId, ids: await listContacts(api, userId), since })
    }
    await progress.begin(accounts.reduce((sum, { ids }) => sum + ids.length, 0))
    for (const account of accounts) await compareAccount(pool, api, progress, account)
  })
}

async function compareAccount(
  pool: Pool,
  api: Api,
  progress: Progress,
  { userId, ids, since }: { userId: string; ids: string[]; since: Date },
): Promise<void> {
  const { stationId } = progress
  const pages = pagesOf('externalcontact/batch/get_by_user', (cursor) =>
    listContactsOfUsers(api, [userId], cursor),
  )
  for await (const page of ids.length > 0 ? pages : [])
    await inStation(pool, stationId, async (tx) => {
      const kept = await keepFollows(tx, page.pairs)
      const findings = kept.flatMap(({ how, contactId }): Finding[] =>
        how === 'same' ? [] : [{ kind: how, userId, subjectId: contactId }],
      )
      await progress.note(tx, page.pairs.length, findings)
    })
  await inStation(pool, stationId, async (tx) =>
    progress.note(tx, 0, await endMissing(tx, userId, ids, since)),
  )
}

/** What the account has no more. Whoever came after we had asked is not missing. A half contact never stands in the list. */
async function endMissing(tx: Tx, userId: string, ids: string[], since: Date): Promise<Finding[]> {
  const { rows } = await tx.client.query(
    `update work_contacts set ended_at = clock_timestamp(), ended_how = 'missing'
     where station_id = $1 and user_id = $2 and ended_at is null and not half and seen_at < $4 and external_userid <> all($3)
     returning contact_id`,
    [tx.stationId, userId, ids, since],
  )
  return rows.map((row) => ({ kind: 'ended' as const, userId, subjectId: row.contact_id }))
}

async function databaseTime(pool: Pool, stationId: string): Promise<Date> {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query('select clock_timestamp() as now'),
  )
  return rows[0].now
}
