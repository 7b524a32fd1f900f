import type { Handover, HandoverRefusals } from '../../../contract/handovers.ts'
import { explainErrcode } from '../../gateways/wecom/api/explain-errcode.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { officersOfAccounts } from '../external-contacts/work-account-officers.ts'
import { unconfirmedSides } from './count-handover.ts'

/** The handings over with how far each is: numbers, nobody's name but the officers'. */
export async function listHandovers(tx: Tx): Promise<{ items: Handover[] }> {
  const officers = await officersOfAccounts(tx)
  const { rows } = await tx.client.query(
    `select h.*, (select coalesce(json_agg(c order by c.kind), '[]') from (select i.kind,
        (count(*) filter (where i.state in ('waiting', 'asking')))::int as open, (count(*) filter (where i.state = 'asked'))::int as asked,
        (count(*) filter (where i.state = 'done'))::int as done, (count(*) filter (where i.state = 'refused'))::int as refused
       from handover_items i where i.station_id = $1 and i.handover_id = h.id group by i.kind) c) as counts
     from handovers h where h.station_id = $1 order by h.asked_at desc limit 30`,
    [tx.stationId],
  )
  return {
    items: rows.map((row) => ({
      id: row.id,
      from: row.from_account,
      fromName: officers.get(row.from_account)?.name ?? null,
      to: row.to_account,
      toName: officers.get(row.to_account)?.name ?? null,
      askedAt: row.asked_at.toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
      unconfirmed: unconfirmedSides(row.from_officer_id, row.to_officer_id),
      counts: row.counts,
    })),
  }
}

/** What WeCom refused, and why; who looked is written down. */
export async function listRefusals(tx: Tx, actor: Actor, id: string): Promise<HandoverRefusals> {
  const { rowCount } = await tx.client.query('select from handovers where station_id = $1 and id = $2', [
    tx.stationId,
    id,
  ])
  if (rowCount === 0) throw notFound()
  const { rows } = await tx.client.query(
    `select i.kind, i.state, i.code, c.id as contact_id, g.id as group_id, coalesce(nullif(c.name, ''), g.name, '') as name
     from handover_items i
     left join external_people p on i.kind = 'contact' and p.station_id = $1 and p.external_userid = i.subject
     left join contacts c on c.station_id = $1 and c.id = p.contact_id
     left join chat_groups g on i.kind = 'group' and g.station_id = $1 and g.chat_id = i.subject
     where i.station_id = $1 and i.handover_id = $2 and i.state = 'refused' order by i.kind, name, i.subject limit 500`,
    [tx.stationId, id],
  )
  await writeEvents(tx, actor, [{ name: 'handover.read', subject: { kind: 'handover', id } }])
  await recordListed(
    tx,
    actor,
    'external_contact.listed',
    rows.map((row) => row.contact_id),
    { of: 'handover' },
  )
  return {
    items: rows.map((row) => ({
      kind: row.kind,
      state: row.state,
      subjectId: row.contact_id ?? row.group_id,
      name: row.name,
      why: whyOf(row.code),
    })),
  }
}

const told: Record<string, string> = {
  customer_refused: '居民没有同意转接，请当面或打电话说明后，请本人扫新民警的二维码。',
  customer_limit_exceed: '接手的工作账号好友已满，请换一个账号。',
  none: '企业微信没有这次转接的记录，请重新发起。',
}

function whyOf(code: string | null): string {
  if (!code) return ''
  if (told[code]) return told[code]
  const { meaning, mend } = explainErrcode(Number(code))
  return `${meaning}${mend}（错误码 ${code}）`
}
