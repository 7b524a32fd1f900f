import { setTimeout as sleep } from 'node:timers/promises'
import type { Api } from '../../gateways/wecom/api/api.ts'
import type { Context } from '../../platform/context.ts'
import { wakeUps } from '../../platform/events/announce.ts'
import { inStation } from '../../platform/tenancy.ts'
import { carryBroadcasts } from '../broadcasts/carrying/carry-broadcasts.ts'
import { reconcileContacts } from '../external-contacts/reconcile-contacts.ts'
import { lookAgain } from '../groups/follow-group.ts'
import { reconcileGroups } from '../groups/reconcile-groups.ts'
import { runHandovers } from '../handovers/run-handovers.ts'
import { passCanary } from './canary.ts'
import { loadChannel } from './channel.ts'
import { collectLetters } from './collect-letters.ts'
import { keepCounts } from './count-calls.ts'
import { followHints } from './follow-hints.ts'
import { hasNameless, learnAccounts } from './learn-accounts.ts'
import { noteCalls } from './note-calls.ts'
import { sendNotices } from './notices/send-notices.ts'
import { pullAccount } from './pull-account.ts'
import { sendAnswers } from './send-answers.ts'
import { wechatWakes } from './wake.ts'

type Working = Pick<Context, 'pool' | 'jobs' | 'log' | 'config' | 'files'>

export type WechatOptions = {
  /** How often every account is asked although no callback came. */
  sweepMs?: number
  canaryMs?: number
  leaseMs?: number
}

const lookMs = 1000
const restMs = 50
/** How long a dead letter may have no owner, and a figure of the status page be old. */
const careMs = 3000

/**
 * The worker of the WeChat channels of all stations in this process: pulls accounts when a callback wakes it and every
 * five minutes, and carries answers. Any number of processes may run it.
 */
export function startWechat(context: Working, options: WechatOptions = {}): { stop: () => Promise<void> } {
  const { sweepMs = 5 * 60_000, canaryMs = 60_000, leaseMs } = options
  const busy = new Map<string, Promise<void>>()
  const listeningSince = new Date()
  const stopping = new AbortController()
  let stopped = false

  const begun = new Set<string>()
  const caredAt = new Map<string, number>()

  /** One at a time of a name; woken while it runs, it runs once more. */
  const again = new Set<string>()
  function run(name: string, work: () => Promise<void>): void {
    if (stopped) return
    if (busy.has(name)) {
      again.add(name)
      return
    }
    const running = work()
      .catch((err) => context.log.warn({ err, name: name.split(' ')[0] }, 'WeChat worker, trying again'))
      .finally(() => {
        busy.delete(name)
        if (again.delete(name)) run(name, work)
      })
    busy.set(name, running)
  }

  async function look(stationId: string): Promise<void> {
    const channel = await loadChannel(context, stationId)
    if (!channel) return
    const { api } = channel
    run(`canary ${stationId}`, () => passCanary(context, stationId, channel, canaryMs))
    if (!api) return
    // Now and then: what was counted, what died, and what nobody has asked the name of.
    const lastCared = caredAt.get(stationId) ?? -Infinity
    if (performance.now() - lastCared > careMs) {
      caredAt.set(stationId, performance.now())
      run(`care ${stationId}`, () => care(context, api, stationId))
    }
    // At the start every account is asked: callbacks may have been lost while no process lived.
    const due = await listDue(context, stationId, begun.has(stationId) ? sweepMs : 0)
    begun.add(stationId)
    for (const openKfid of due)
      run(`pull ${stationId} ${openKfid}`, () =>
        pullAccount(context, api, stationId, openKfid, listeningSince, stopping.signal),
      )
    run(`hints ${stationId}`, () => followHints(context, api, stationId))
    run(`contacts ${stationId}`, () => reconcileContacts(context.pool, api, stationId))
    run(`groups ${stationId}`, async () => {
      await lookAgain(context.pool, api, stationId)
      await reconcileGroups(context.pool, api, stationId)
    })
    run(`handovers ${stationId}`, () => runHandovers(context.pool, api, stationId))
    run(`broadcasts ${stationId}`, () => carryBroadcasts(context, api, stationId))
    const { agentId } = channel
    if (agentId) run(`notices ${stationId}`, () => sendNotices(context, api, agentId, stationId))
    run(`send ${stationId}`, () => sendAnswers(context, api, stationId, { ...(leaseMs && { leaseMs }) }))
  }

  /** A busy hour wakes more often than there is anything new: one look answers for all that came meanwhile. */
  const wake = (stationId: string) =>
    run(`look ${stationId}`, async () => {
      await look(stationId)
      await sleep(restMs)
    })
  const lookAtAll = () =>
    run('stations', async () => {
      const { rows } = await context.pool.query('select id from stations')
      for (const { id } of rows) wake(id)
    })

  wechatWakes.on('station', wake)
  wakeUps.on('station', wake)
  lookAtAll()
  const timer = setInterval(lookAtAll, lookMs)
  timer.unref()
  return {
    async stop() {
      stopped = true
      stopping.abort()
      clearInterval(timer)
      wechatWakes.off('station', wake)
      wakeUps.off('station', wake)
      await Promise.all(busy.values())
    },
  }
}

async function care(context: Working, api: Api, stationId: string): Promise<void> {
  await keepCounts(context, stationId)
  await inStation(context.pool, stationId, collectLetters)
  // Last: a server that refuses this must not keep the rest from being told.
  if (await hasNameless(context, stationId)) await learnAccounts(context, api, stationId)
}

/** Accounts that a callback wants (then they are granted, whatever we heard before), that hold something unhandled, or that were not asked for a while. */
async function listDue({ pool }: Working, stationId: string, sweepMs: number): Promise<string[]> {
  const { rows } = await inStation(pool, stationId, async (tx) => {
    await noteCalls(tx)
    return tx.client.query({
      name: 'list-due-kf-accounts',
      text: `select a.open_kfid from kf_accounts a
        where a.station_id = $1 and (a.granted or a.wanted_at is not null) and coalesce(a.leased_until, '-infinity') <= clock_timestamp()
          and coalesce(a.not_before, '-infinity') <= clock_timestamp()
          and (a.wanted_at is not null or coalesce(a.pulled_at, '-infinity') < clock_timestamp() - $2 * interval '1 ms'
            or exists (select from kf_messages m where m.station_id = $1 and m.open_kfid = a.open_kfid
              and m.handled_at is null and m.troubled_at is null))`,
      values: [stationId, sweepMs],
    })
  })
  return rows.map((row) => row.open_kfid)
}
