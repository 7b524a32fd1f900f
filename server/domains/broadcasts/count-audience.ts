import type { AudienceCount, AudienceQuestion } from '../../../contract/broadcasts.ts'
import type { BroadcastChannel } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { contactsSql, groupsSql, placeSql, villagesSql, type Wanted } from './audience-sql.ts'
import { binder } from './bind.ts'
import { capOf, capPeriod } from './cap-rules.ts'
import { checkAudience } from './check-content.ts'
import { findVisibleBroadcast } from './find-broadcast.ts'
import { readClock } from './read-clock.ts'

type Counted = AudienceCount['channels'][number] & { homes: number; members: number; times: number }

/** How many a broadcast would go to in this moment, who would be left out and why, and what WeCom still lets through. Counts only. */
export async function countAudience(
  tx: Tx,
  session: OfficerSession,
  question: AudienceQuestion,
): Promise<AudienceCount> {
  const about = question.aboutId ? await findVisibleBroadcast(tx, session, question.aboutId) : null
  // Whoever may read broadcasts reads their numbers, also of one to the whole town.
  await checkAudience(tx, question.audience, null)
  const { now, settings } = await readClock(tx)
  const cap = capOf(settings)
  const wanted = {
    stationId: tx.stationId,
    audience: about?.audience ?? question.audience,
    aboutId: question.aboutId,
    cap,
    now,
  }
  const counted: Counted[] = []
  for (const channel of question.channels) counted.push(await countChannel(tx, channel, wanted))
  const of = (channel: BroadcastChannel) => counted.find((each) => each.channel === channel)
  const { most } = capPeriod(cap, now)
  const times = Math.max(0, ...counted.map((each) => each.times))
  return {
    channels: counted.map(({ channel, targets, leftOut, accounts }) => ({
      channel,
      targets,
      leftOut,
      accounts,
    })),
    groupMembers: of('groups')?.members ?? 0,
    households: { all: await countHomes(tx, wanted), reached: of('contacts')?.homes ?? 0 },
    unreachable: await countUnreachable(tx, wanted),
    quota: { cap, most, left: Math.max(0, most - times) },
  }
}

async function countChannel(tx: Tx, channel: BroadcastChannel, wanted: Wanted): Promise<Counted> {
  const { values, bind } = binder()
  if (channel === 'page' || channel === 'loudspeaker') {
    const { rows } = await tx.client.query(
      `select count(*)::int as n from (${villagesSql(bind, wanted)}) x`,
      values,
    )
    return { channel, targets: rows[0].n, leftOut: [], accounts: 0, homes: 0, members: 0, times: 0 }
  }
  const inner = channel === 'groups' ? groupsSql(bind, wanted) : contactsSql(bind, wanted, channel)
  const { rows } = await tx.client.query(
    `select x.reason, count(*)::int as n, count(distinct x.account)::int as accounts, count(distinct x.household_id)::int as homes,
       sum(x.members)::int as members, max(x.times)::int as times from (${inner}) x group by x.reason order by n desc`,
    values,
  )
  const live = rows.find(({ reason }) => reason === null)
  return {
    channel,
    targets: live?.n ?? 0,
    leftOut: rows.filter(({ reason }) => reason !== null).map(({ reason, n }) => ({ reason, count: n })),
    accounts: live?.accounts ?? 0,
    homes: live?.homes ?? 0,
    members: live?.members ?? 0,
    times: Math.max(0, ...rows.map((row) => row.times)),
  }
}

/** Homes of the villages and 组 that are meant. */
async function countHomes(tx: Tx, wanted: Wanted): Promise<number> {
  const { values, bind } = binder()
  const { rows } = await tx.client.query(
    `select count(*)::int as n from households h where h.station_id = ${bind(wanted.stationId, 'uuid')} and h.resident_until_on is null
     and ${placeSql(bind, wanted.audience, 'h.village_id', 'h.village_group')}`,
    values,
  )
  return rows[0].n
}

/** People who need something of their own, and whom no WeChat contact reaches: 0 where nobody is looked for by need or language. */
async function countUnreachable(tx: Tx, wanted: Wanted): Promise<number> {
  const { needs, languages } = wanted.audience
  if (needs.length + languages.length === 0) return 0
  const { values, bind } = binder()
  const station = bind(wanted.stationId, 'uuid')
  const { rows } = await tx.client.query(
    `select count(*)::int as n from residents r left join households h on h.station_id = ${station} and h.id = r.household_id
     where r.station_id = ${station} and r.merged_into_id is null and r.died_on is null
       and ${placeSql(bind, wanted.audience, 'h.village_id', 'h.village_group')}
       ${needs.length > 0 ? `and r.needs && ${bind(needs, 'text[]')}` : ''}
       ${languages.length > 0 ? `and r.languages && ${bind(languages, 'text[]')}` : ''}
       and not exists (select from contacts c join external_people p on p.station_id = ${station} and p.contact_id = c.id
         where c.station_id = ${station} and c.resident_id = r.id and c.removed_at is null)`,
    values,
  )
  return rows[0].n
}
