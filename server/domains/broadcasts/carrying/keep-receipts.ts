import type { MassResult } from '../../../gateways/wecom/calls/list-mass-results.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import { writeEvents } from '../../../platform/events/write-events.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import type { Task } from './claim-tasks.ts'
import { stillHolds } from './move-task.ts'

type Receipts = {
  confirmations: { account: string; isConfirmed: boolean; confirmedAt?: number | undefined }[]
  results: MassResult[]
}

/** Who is in no list of results so long after the officer has confirmed did not get it. */
const silentSeconds = 600

/**
 * Takes over what WeCom says: who has confirmed, whom it reached, whom not and why. Written only where something is
 * new, and told to the screens. Gives back whether nothing is open any more.
 */
export async function keepReceipts(pool: Pool, task: Task, given: Receipts): Promise<boolean> {
  return inStation(pool, task.stationId, async (tx) => {
    if (!(await stillHolds(tx, task))) return false
    await tx.client.query(
      'update broadcast_tasks set polls = polls + 1, fail_code = null where station_id = $1 and id = $2',
      [task.stationId, task.id],
    )
    const confirmed = await keepConfirmations(tx, task, given.confirmations)
    const counts = await keepResults(tx, task, given.results)
    const silent = await giveUpSilent(tx, task)
    const events = []
    if (confirmed > 0)
      events.push({
        name: 'broadcast_task.confirmed' as const,
        data: { taskId: task.id, accounts: confirmed },
      })
    if (counts.reached + counts.failed + silent > 0)
      events.push({
        name: 'broadcast_task.counted' as const,
        data: { taskId: task.id, reached: counts.reached, failed: counts.failed + silent },
      })
    await writeEvents(
      tx,
      { kind: 'system', id: null },
      events.map((event) => ({ ...event, subject: { kind: 'broadcast', id: task.broadcastId } })),
    )
    const { rows } = await tx.client.query({
      name: 'is-broadcast-task-settled',
      text: `select not exists (select from broadcast_targets where station_id = $1 and task_id = $2 and state = 'asked') as settled`,
      values: [task.stationId, task.id],
    })
    return rows[0].settled
  })
}

/** How many have confirmed since the last look, at WeCom's time as far as it lies between the question and now: clocks differ. A member whom WeCom chose itself is noted too. */
async function keepConfirmations(tx: Tx, task: Task, all: Receipts['confirmations']): Promise<number> {
  await tx.client.query({
    name: 'note-broadcast-accounts',
    text: `insert into broadcast_confirmations (station_id, task_id, account, asked_at)
      select $1, $2, a, clock_timestamp() from unnest($3::text[]) as a
      where not exists (select from broadcast_confirmations c where c.station_id = $1 and c.task_id = $2 and lower(c.account) = lower(a))
      on conflict do nothing`,
    values: [task.stationId, task.id, all.map(({ account }) => account)],
  })
  const done = all.filter(({ isConfirmed }) => isConfirmed)
  const { rowCount } = await tx.client.query({
    name: 'confirm-broadcast-accounts',
    text: `update broadcast_confirmations c set confirmed_at = greatest(c.asked_at, least(clock_timestamp(), to_timestamp(d.at)))
      from unnest($3::text[], $4::float[]) as d(account, at)
      where c.station_id = $1 and c.task_id = $2 and lower(c.account) = lower(d.account) and c.confirmed_at is null`,
    values: [
      task.stationId,
      task.id,
      done.map(({ account }) => account),
      done.map(({ confirmedAt }) => confirmedAt ?? null),
    ],
  })
  return rowCount ?? 0
}

async function keepResults(
  tx: Tx,
  task: Task,
  results: MassResult[],
): Promise<{ reached: number; failed: number }> {
  const settled = results.filter(({ status }) => status >= 1 && status <= 3)
  if (settled.length === 0) return { reached: 0, failed: 0 }
  const { rows } = await tx.client.query({
    name: 'settle-broadcast-targets',
    text: `with settled as (update broadcast_targets g set state = case when r.status = 1 then 'reached' else 'failed' end,
          reason = case r.status when 2 then 'not_contact' when 3 then 'capped' end,
          settled_at = greatest(t.asked_at, least(clock_timestamp(), to_timestamp(r.at)))
        from unnest($3::text[], $4::int[], $5::float[]) as r(target, status, at), broadcast_tasks t
        where t.station_id = $1 and t.id = $2 and g.station_id = $1 and g.task_id = $2 and g.target = r.target and g.state = 'asked' returning g.state)
      select count(*) filter (where state = 'reached')::int as reached, count(*) filter (where state = 'failed')::int as failed from settled`,
    values: [
      task.stationId,
      task.id,
      settled.map(({ target }) => target),
      settled.map(({ status }) => status),
      settled.map(({ sentAt }) => sentAt ?? null),
    ],
  })
  return rows[0]
}

async function giveUpSilent(tx: Tx, task: Task): Promise<number> {
  const { rowCount } = await tx.client.query({
    name: 'give-up-silent-targets',
    text: `update broadcast_targets g set state = 'failed', reason = 'not_sent', settled_at = clock_timestamp()
      where g.station_id = $1 and g.task_id = $2 and g.state = 'asked'
        and exists (select from broadcast_confirmations c where c.station_id = $1 and c.task_id = $2)
        and not exists (select from broadcast_confirmations c where c.station_id = $1 and c.task_id = $2
          and coalesce(c.confirmed_at, 'infinity') > clock_timestamp() - make_interval(secs => ${silentSeconds}))`,
    values: [task.stationId, task.id],
  })
  return rowCount ?? 0
}
