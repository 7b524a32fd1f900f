import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { type KfPage, syncKfMessages } from '../../gateways/wecom/calls/sync-kf-messages.ts'
import type { Context } from '../../platform/context.ts'
import { failpoint } from '../../platform/failpoint.ts'
import { inStation } from '../../platform/tenancy.ts'
import { handleWaiting } from './handle-waiting.ts'
import { keepPage } from './keep-page.ts'
import { type LeasedAccount, leaseAccount, releaseLease, renewLease } from './lease-account.ts'
import { noteEnd, noteFailure, noteRestart } from './note-pull.ts'
import { waitForTurn } from './wait-for-turn.ts'

export type Pulling = Pick<Context, 'pool' | 'jobs' | 'log' | 'config'>

/**
 * Brings an account up to date: first what lies in the database unhandled (a worker died), then page after page until
 * there is no more, each stored before it is handled. One worker an account, of all processes; returns at once where
 * another is at it. Failures are noted on the account and tried again by the next waking. Callbacks of messages sent after
 * `listeningSince` should have come. Stopped, it gives up what it only waits for.
 */
export async function pullAccount(
  context: Pulling,
  api: Api,
  stationId: string,
  openKfid: string,
  listeningSince = new Date(),
  stopped?: AbortSignal,
): Promise<void> {
  const account = await leaseAccount(context.pool, stationId, openKfid)
  if (!account) return
  const calledSince = account.wantedAt === null ? listeningSince : null
  try {
    await handleWaiting(context, api, stationId, openKfid)
    while (await pullPage(context, api, stationId, account, { calledSince, stopped })) {
      await handleWaiting(context, api, stationId, openKfid)
      if (!(await renewLease(context.pool, stationId, account))) return
    }
    await handleWaiting(context, api, stationId, openKfid)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    await noteFailure(context.pool, stationId, openKfid, error)
    context.log.warn({ err: error, openKfid, errcode: error.errcode }, 'an account could not be pulled')
  } finally {
    await releaseLease(context.pool, stationId, account).catch(() => {})
  }
}

/** Whether there is more. */
async function pullPage(
  { pool, log }: Pulling,
  api: Api,
  stationId: string,
  account: LeasedAccount,
  { calledSince, stopped }: { calledSince: Date | null; stopped?: AbortSignal | undefined },
): Promise<boolean> {
  if (!account.token && !(await waitForTurn(pool, api, stationId, account, stopped))) return false
  failpoint('pull: before call')
  let page: KfPage
  try {
    page = await askForPage(api, account)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    // The callback's token is over (ten minutes): the same question without it.
    if (error.errcode === 95007 && account.token) {
      account.token = ''
      return true
    }
    // The server does not know our cursor any more. From the oldest it still has; what we have is known by its msgid.
    if (isCursorRefused(error) && account.cursor) {
      log.warn({ openKfid: account.openKfid, errcode: error.errcode }, 'the cursor was refused')
      await noteRestart(pool, stationId, account)
      account.cursor = ''
      return true
    }
    throw error
  }
  failpoint('pull: after call')
  if (!(await keepPage(pool, stationId, account, page, calledSince))) return false
  const stood = page.nextCursor === account.cursor || page.nextCursor === ''
  if (page.nextCursor) account.cursor = page.nextCursor
  // has_more with a cursor that stands still would ask for ever.
  if (page.hasMore && !(stood && page.messages.length === 0)) return true
  return inStation(pool, stationId, (tx) => noteEnd(tx, account))
}

const isCursorRefused = ({ kind, errcode }: ApiError) =>
  kind === 'refused' && (errcode === 40058 || errcode === 40035)

function askForPage(api: Api, { openKfid, cursor, token }: LeasedAccount): Promise<KfPage> {
  return syncKfMessages(api, { openKfid, ...(cursor && { cursor }), ...(token && { token }) })
}
