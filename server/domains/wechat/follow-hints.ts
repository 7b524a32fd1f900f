import type { Api } from '../../gateways/wecom/api/api.ts'
import type { CallbackEvent } from '../../gateways/wecom/read-callback-event.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { inStation } from '../../platform/tenancy.ts'
import { followChange } from '../external-contacts/follow-change.ts'
import { followTags } from '../external-contacts/follow-tags.ts'
import { followGroup } from '../groups/follow-group.ts'
import { hastenHandovers } from '../handovers/run-handovers.ts'

type Following = Pick<Context, 'pool' | 'jobs' | 'log'>
type Hint = { place: string; subject: string; event: CallbackEvent }

const atOnce = 8
const batchSize = 100

/**
 * Looks up what callbacks of contacts and groups hinted at: in the order of each subject, several subjects at once. One
 * that fails is left to a job, and the nightly comparison makes it good in any case.
 */
export async function followHints(context: Following, api: Api, stationId: string): Promise<void> {
  for (;;) {
    const hints = await claimHints(context, stationId)
    if (hints.length === 0) return
    const subjects = [...Map.groupBy(hints, ({ subject }) => subject).values()]
    // Whoever has just come is greeted first: the greeting's code is good for twenty seconds.
    subjects.sort((a, b) => Number(b.some(hasWelcome)) - Number(a.some(hasWelcome)))
    const work = async () => {
      for (let own = subjects.shift(); own; own = subjects.shift())
        for (const hint of own) await followOrSetAside(context, api, stationId, hint)
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    if (hints.length < batchSize) return
  }
}

const hasWelcome = ({ event }: Hint) => event.kind === 'contact' && event.welcomeCode !== ''

async function claimHints({ pool }: Following, stationId: string): Promise<Hint[]> {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query({
      name: 'claim-wechat-hints',
      text: `with next as (
          select place from wechat_hints where station_id = $1 and handled_at is null and troubled_at is null
            and coalesce(leased_until, '-infinity') < clock_timestamp() order by place limit ${batchSize} for update skip locked
        ), claimed as (
          update wechat_hints h set leased_until = clock_timestamp() + interval '1 minute' from next
          where h.station_id = $1 and h.place = next.place returning h.place, h.subject, h.event
        ) select place::text, subject, event from claimed order by claimed.place`,
      values: [stationId],
    }),
  )
  return rows
}

async function followOrSetAside(context: Following, api: Api, stationId: string, hint: Hint): Promise<void> {
  const { pool, jobs, log } = context
  try {
    await followHint(context, api, stationId, hint)
  } catch (error) {
    log.warn({ err: error as Error, place: hint.place }, 'a WeCom hint is left to its job')
    await inStation(pool, stationId, async (tx) => {
      await tx.client.query(
        'update wechat_hints set troubled_at = clock_timestamp() where station_id = $1 and place = $2',
        [stationId, hint.place],
      )
      await jobs.send(tx, 'follow-wechat-hint', { stationId, place: hint.place })
    })
  }
}

async function followHint(
  context: Following,
  api: Api,
  stationId: string,
  { place, event }: Hint,
): Promise<void> {
  const at = event.createTime ?? Math.floor(Date.now() / 1000)
  if (event.kind === 'contact')
    await followChange(context, api, stationId, { ...event, change: event.changeType, at })
  if (event.kind === 'contact' && (event.changeType === 'transfer_fail' || event.source))
    await hastenHandovers(context.pool, stationId)
  if (event.kind === 'chat')
    await followGroup(context.pool, api, stationId, { ...event, change: event.changeType, at })
  if (event.kind === 'tag') await followTags(context.pool, api, stationId)
  await inStation(context.pool, stationId, (tx) =>
    tx.client.query(
      'update wechat_hints set handled_at = clock_timestamp(), troubled_at = null where station_id = $1 and place = $2',
      [stationId, place],
    ),
  )
}

/** The job of a hint that could not be followed at once. */
export async function followHintAgain(
  context: Following,
  api: Api | null,
  stationId: string,
  place: string,
): Promise<void> {
  const { rows } = await inStation(context.pool, stationId, (tx) =>
    tx.client.query(
      'select place::text, subject, event from wechat_hints where station_id = $1 and place = $2 and handled_at is null',
      [stationId, place],
    ),
  )
  if (!rows[0]) return
  if (!api) throw new AppError('unavailable', '微信通道没有设置好。')
  await followHint(context, api, stationId, rows[0])
}
