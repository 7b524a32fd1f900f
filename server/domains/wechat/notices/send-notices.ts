import type { Api } from '../../../gateways/wecom/api/api.ts'
import { ApiError } from '../../../gateways/wecom/api/api-error.ts'
import { sendAppMessage } from '../../../gateways/wecom/calls/send-app-message.ts'
import { writeEvents } from '../../../platform/events/write-events.ts'
import { failpoint } from '../../../platform/failpoint.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import { claimNotices, type DueNotice } from './claim-notices.ts'
import { tellCards } from './tell-cards.ts'
import type { Telling } from './telling.ts'
import { writeNotice } from './write-notice.ts'

/** Sends what is due, the emergencies first, and changes the cards that are settled, until nothing is due. */
export async function sendNotices(
  context: Telling,
  api: Api,
  agentId: number,
  stationId: string,
): Promise<void> {
  for (;;) {
    const due = await claimNotices(context.pool, stationId)
    for (const notice of due) await sendNotice(context, api, agentId, stationId, notice)
    const told = await tellCards(context, api, agentId, stationId)
    if (due.length === 0 && told === 0) return
  }
}

async function sendNotice(
  context: Telling,
  api: Api,
  agentId: number,
  stationId: string,
  notice: DueNotice,
): Promise<void> {
  const { pool, log } = context
  const { publicUrl, host, port } = context.config
  const settle = (state: string, more: Partial<Settled> = {}) =>
    inStation(pool, stationId, (tx) => settleNotice(tx, notice, { state, ...more }))
  try {
    const written = await writeNotice(context, stationId, publicUrl ?? `http://${host}:${port}`, notice)
    if (!written) return await settle('dropped')
    const { message, assigneeId } = written
    failpoint('notice: before call')
    const result = await sendAppMessage(api, { agentId, userIds: [notice.userId], message })
    failpoint('notice: after call')
    if (result.invalidUserIds.length > 0) return await settle('failed', { failCode: '81013' })
    await settle('sent', { responseCode: result.responseCode || null, assigneeId })
  } catch (error) {
    if (!(error instanceof ApiError)) {
      log.error({ err: error as Error, noticeId: notice.id }, 'a notice could not be written')
      return await settle(notice.attempts < 5 ? 'waiting' : 'failed', {
        failCode: 'internal',
        notBefore: pause(notice),
      })
    }
    const failCode = error.errcode === undefined ? error.kind : String(error.errcode)
    log.warn({ noticeId: notice.id, code: failCode, attempts: notice.attempts }, 'a notice was not taken')
    const again = error.kind !== 'refused' || (passing.has(error.errcode!) && notice.attempts < 12)
    await settle(again ? 'waiting' : 'failed', { failCode, notBefore: error.tryAgainAt ?? pause(notice) })
  }
}

/** Faults of the set-up or of the moment: tried again, for about half an hour, before it counts as failed. */
const passing = new Set([-1, 6000, 45009, 45033, 40001, 40014, 42001, 48002, 50003, 60020, 301002])

const pause = ({ attempts }: DueNotice) =>
  new Date(Date.now() + Math.min(300_000, 1000 * 2 ** Math.min(attempts, 8)))

type Settled = {
  state: string
  failCode: string | null
  notBefore: Date
  responseCode: string | null
  assigneeId: string | null
}

async function settleNotice(
  tx: Tx,
  notice: DueNotice,
  settled: Partial<Settled> & { state: string },
): Promise<void> {
  const { state, failCode = null, notBefore = new Date(), responseCode = null, assigneeId = null } = settled
  await tx.client.query({
    name: 'settle-officer-notice',
    text: `update officer_notices set state = $3, fail_code = $4, not_before = $5, leased_until = null,
        sent_at = case when $3 = 'sent' then clock_timestamp() end, response_code = $6, assignee_seen = $7, user_id = $8
      where station_id = $1 and id = $2 and state = 'waiting'`,
    values: [tx.stationId, notice.id, state, failCode, notBefore, responseCode, assigneeId, notice.userId],
  })
  if (state !== 'failed') return
  await writeEvents(tx, { kind: 'system', id: null }, [
    {
      name: 'officer_notice.failed',
      subject: { kind: 'officer', id: notice.officerId },
      data: { kind: notice.kind, code: failCode },
    },
  ])
}
