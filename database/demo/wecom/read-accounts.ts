import type { AccountSeed, SessionSeed } from '../../../server/gateways/wecom/twin/seed/corporation-seed.ts'
import type { Tx } from '../../../server/platform/tenancy.ts'

/** How much of a chat stands on a phone again. */
const shownDays = 3

/**
 * The customer service accounts: those the station knows already, with their doors, and before it knows any one for each
 * village and one for all. Their ids hang on the codes, so that after a restart they are the same.
 */
export async function readAccounts(tx: Tx): Promise<AccountSeed[]> {
  const sessions = await readSessions(tx)
  const known = await readKnown(tx)
  const ids = new Set(known.map(({ openKfId }) => openKfId))
  const all = [...known, ...(await firstAccounts(tx)).filter(({ openKfId }) => !ids.has(openKfId))]
  return all.map((account) => ({ ...account, sessions: sessions.get(account.openKfId) ?? [] }))
}

type Account = Omit<AccountSeed, 'sessions'>

const doorOf = (code: string, scene: string) => ({ scene, path: `/kfid/kfcEMU${code}?enc_scene=${scene}` })
export const accountIdOf = (code: string) => `wkEMUdemo${code}`

async function firstAccounts({ client, stationId }: Tx): Promise<Account[]> {
  const { rows } = await client.query(
    `select code, regexp_replace(name, '（.*', '') as name, 'station' as scene, -1 as position from stations where id = $1
     union all select code, name || '警务室', 'village', position from villages where station_id = $1
     order by position, code`,
    [stationId],
  )
  return rows.map(({ code, name, scene }) => ({
    openKfId: accountIdOf(code),
    name: name.slice(0, 16),
    doors: [doorOf(code, scene)],
  }))
}

async function readKnown({ client, stationId }: Tx): Promise<Account[]> {
  const { rows } = await client.query(
    `select a.open_kfid, a.name, coalesce((select json_agg(distinct jsonb_build_object('scene',
         case when d.village_id is null then 'station' else 'village' end, 'url', split_part(d.url, '&scene_param=', 1)))
       from kf_doors d where d.station_id = $1 and d.open_kfid = a.open_kfid), '[]') as doors
     from kf_accounts a left join villages v on v.station_id = $1 and v.id = a.village_id
     where a.station_id = $1 and a.granted and a.name <> '' order by v.position nulls first, a.name, a.open_kfid`,
    [stationId],
  )
  return rows.map((row) => ({
    openKfId: row.open_kfid,
    name: row.name,
    doors: (row.doors as { scene: string; url: string }[]).map(({ scene, url }) => {
      const { pathname, search } = new URL(url)
      return { scene, path: `${pathname}${search}` }
    }),
  }))
}

/** Who wrote to which account, and how each can still be answered: else an answer to yesterday's words would fail. */
async function readSessions({ client, stationId }: Tx): Promise<Map<string, SessionSeed[]>> {
  const { rows } = await client.query(
    `select l.line, k.external_userid, l.heard_at, l.stopped,
       (select coalesce(sum(d.parts), 0)::int from message_deliveries d where d.station_id = $1 and d.contact_id = k.contact_id
          and d.line = l.line and d.queued_at >= l.heard_at and d.state <> 'failed') as replies,
       coalesce((select json_agg(json_build_object('at', extract(epoch from m.sent_at) * 1000, 'own', m.direction = 'inbound',
           'body', case when m.body = '' then '［文件］' else m.body end) order by m.sent_at, m.id)
         from messages m join message_accounts a on a.station_id = $1 and a.message_id = m.id and a.account = l.line
         where m.station_id = $1 and m.contact_id = k.contact_id and m.direction in ('inbound', 'outbound')
           and m.received_at > clock_timestamp() - $2 * interval '1 day'), '[]') as talk
     from kf_people k join reply_lines l on l.station_id = $1 and l.contact_id = k.contact_id and l.heard_at > '-infinity'
     where k.station_id = $1`,
    [stationId, shownDays],
  )
  const sessions = rows.map((row) => ({
    openKfId: row.line as string,
    externalUserId: row.external_userid,
    state: row.stopped === 'session_over' ? (4 as const) : row.stopped ? (3 as const) : (0 as const),
    servicer: null,
    lastCustomerAt: row.heard_at.getTime(),
    repliesSince: row.replies,
    bubbles: (row.talk as { at: number; own: boolean; body: string }[]).map(({ at, own, body }) => ({
      at,
      from: own ? ('resident' as const) : ('station' as const),
      ...{ msgid: '', msgtype: 'text', body: { content: body } },
    })),
  }))
  return Map.groupBy(sessions, ({ openKfId }) => openKfId)
}
