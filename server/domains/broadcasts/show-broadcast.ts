import type { BroadcastDetail } from '../../../contract/broadcasts.ts'
import { broadcastChannels } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { officerNames } from '../officers/views.ts'
import { villageScope } from '../residents/visibility.ts'
import { broadcastRows, toBroadcast } from './broadcast-rows.ts'
import { standingJoins, visibleBroadcasts } from './find-broadcast.ts'
import { readClock } from './read-clock.ts'
import { startsAt } from './schedule-rules.ts'

/** One broadcast with all its versions, what became of it, and how many it was drawn for. */
export async function showBroadcast(tx: Tx, session: OfficerSession, id: string): Promise<BroadcastDetail> {
  const found = await tx.client.query(
    `${broadcastRows} where b.station_id = $1 and b.id = $2 and ${visibleBroadcasts(3, 4)}`,
    [tx.stationId, id, villageScope(session), session.officerId],
  )
  if (!found.rows[0]) throw notFound()
  const { now, quiet } = await readClock(tx)
  const broadcast = toBroadcast(found.rows[0], session, quiet, now)
  const { rows: versions } = await tx.client.query(
    'select * from broadcast_versions where station_id = $1 and broadcast_id = $2 order by version desc limit 50',
    [tx.stationId, id],
  )
  const { rows: steps } = await tx.client.query(
    'select * from broadcast_steps where station_id = $1 and broadcast_id = $2 order by at, id',
    [tx.stationId, id],
  )
  const { rows: followUps } = await tx.client.query(
    `select b.id, b.number, b.about_how as how, v.title, s.step as state from broadcasts b ${standingJoins}
     where b.station_id = $1 and b.about_id = $2 order by b.made_at`,
    [tx.stationId, id],
  )
  const writers = [...versions.map((row) => row.written_by), ...steps.map((row) => row.by_id)]
  const names = await officerNames(
    tx,
    writers.filter((officer) => officer !== null),
  )
  const named = (officer: string) => ({ id: officer, name: names.get(officer) ?? '' })
  const sendAt: Date | null = versions[0].send_at
  const then = startsAt({ urgency: broadcast.urgency, sendAt, approvedAt: now }, quiet, now)
  const asked = Math.max(Date.parse(broadcast.startsAt ?? ''), 0)
  return {
    broadcast,
    versions: versions.map((row) => ({
      version: row.version,
      title: row.title,
      body: row.body,
      spoken: row.spoken,
      fileIds: row.file_ids,
      channels: row.channels,
      audience: row.audience,
      sendAt: row.send_at?.toISOString() ?? null,
      shownUntil: row.shown_until?.toISOString() ?? null,
      templateKey: row.template_key,
      writtenBy: named(row.written_by),
      writtenAt: row.written_at.toISOString(),
    })),
    steps: steps.map((row) => ({
      step: row.step,
      version: row.version,
      note: row.note,
      by: row.by_id ? named(row.by_id) : null,
      at: row.at.toISOString(),
    })),
    followUps,
    drawn: broadcast.startedAt ? await readDrawn(tx, id) : [],
    quiet: broadcast.startsAt !== null && asked > Math.max(now.getTime(), sendAt?.getTime() ?? 0),
    wouldStartAt: broadcast.state === 'submitted' && then > now ? then.toISOString() : null,
  }
}

async function readDrawn(tx: Tx, id: string): Promise<BroadcastDetail['drawn']> {
  const { rows } = await tx.client.query(
    `select channel, case when state = 'left_out' then reason end as reason, count(*)::int as n from broadcast_targets
     where station_id = $1 and broadcast_id = $2 group by 1, 2 order by array_position($3::text[], channel), 2`,
    [tx.stationId, id, broadcastChannels],
  )
  return [...Map.groupBy(rows, ({ channel }) => channel)].map(([channel, own]) => ({
    channel,
    targets: own.find(({ reason }) => reason === null)?.n ?? 0,
    leftOut: own.filter(({ reason }) => reason !== null).map(({ reason, n }) => ({ reason, count: n })),
  }))
}
