import type {
  BroadcastReceipts,
  CarriedChannel,
  ChannelReceipts,
} from '../../../../contract/broadcast-receipts.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findVisibleBroadcast } from '../find-broadcast.ts'
import { readOfficerReceipts } from './read-officer-receipts.ts'
import { troubleWords } from './trouble-words.ts'

/**
 * What became of a broadcast: whom WeCom was asked to ask, who confirmed on the phone, and whom it reached. Numbers, and
 * names of colleagues alone.
 */
export async function readReceipts(
  tx: Tx,
  session: OfficerSession,
  id: string,
): Promise<Omit<BroadcastReceipts, 'connected'>> {
  const { startedAt } = await findVisibleBroadcast(tx, session, id)
  const officers = await readOfficerReceipts(tx, session, id)
  const { rows } = await tx.client.query({
    name: 'count-broadcast-targets',
    text: `select channel, state, reason, count(*)::int as n from broadcast_targets
      where station_id = $1 and broadcast_id = $2 and state <> 'left_out' group by 1, 2, 3`,
    values: [tx.stationId, id],
  })
  const { rows: more } = await tx.client.query({
    name: 'read-broadcast-ends',
    text: `select (select at from broadcast_steps where station_id = $1 and broadcast_id = $2 and step = 'finished') as finished_at,
      (select count(*)::int from broadcast_targets where station_id = $1 and broadcast_id = $2 and channel = 'page') as villages,
      (select count(*)::int from broadcast_replies where station_id = $1 and broadcast_id = $2) as replies`,
    values: [tx.stationId, id],
  })
  const channels = (['groups', 'contacts', 'moments'] as const).flatMap((channel) => {
    const own = rows.filter((row) => row.channel === channel)
    return own.length === 0 ? [] : [receiptsOf(channel, own, officers)]
  })
  return {
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: more[0].finished_at?.toISOString() ?? null,
    channels,
    officers,
    pictures: await readPictures(tx, id),
    pageVillages: more[0].villages,
    replies: more[0].replies,
  }
}

type Counted = { state: string; reason: ChannelReceipts['failures'][number]['reason'] | null; n: number }

function receiptsOf(
  channel: CarriedChannel,
  rows: Counted[],
  officers: BroadcastReceipts['officers'],
): ChannelReceipts {
  const sum = (...states: string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((total, { n }) => total + n, 0)
  const own = officers.filter((each) => each.channel === channel)
  return {
    channel,
    officers: own.length,
    asked: own.filter(({ askedAt }) => askedAt).length,
    confirmed: own.filter(({ confirmedAt }) => confirmedAt).length,
    targets: rows.reduce((total, { n }) => total + n, 0),
    reached: sum('reached'),
    open: sum('waiting', 'asked'),
    failures: rows
      .filter(({ state }) => state === 'failed')
      .map(({ reason, n }) => ({ reason: reason ?? 'refused', count: n })),
  }
}

async function readPictures(tx: Tx, id: string): Promise<BroadcastReceipts['pictures']> {
  const { rows } = await tx.client.query({
    name: 'read-refused-pictures',
    text: `select distinct on (m.file_id) m.file_id, m.fail_code, array_position(v.file_ids, m.file_id) as place
      from broadcast_media m
      join broadcast_steps g on g.station_id = $1 and g.broadcast_id = m.broadcast_id and g.step = 'started'
      join broadcast_versions v on v.station_id = $1 and v.broadcast_id = m.broadcast_id and v.version = g.version
      where m.station_id = $1 and m.broadcast_id = $2 and m.fail_code is not null order by m.file_id, m.use`,
    values: [tx.stationId, id],
  })
  return rows
    .map((row) => ({
      fileId: row.file_id as string,
      place: (row.place as number | null) ?? 0,
      why: troubleWords(row.fail_code) ?? '',
    }))
    .sort((a, b) => a.place - b.place)
}
