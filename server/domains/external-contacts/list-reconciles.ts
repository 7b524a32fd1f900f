import type { Findings, FindingsQuery, Reconcile } from '../../../contract/external-contacts.ts'
import { explainErrcode } from '../../gateways/wecom/api/explain-errcode.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { inScope, villageScope } from '../residents/visibility.ts'

/** The last comparisons, with how far each got: numbers, nobody's name. */
export async function listReconciles(tx: Tx): Promise<{ items: Reconcile[] }> {
  const { rows } = await tx.client.query(
    'select * from wecom_reconciles where station_id = $1 order by asked_at desc, part limit 20',
    [tx.stationId],
  )
  return {
    items: rows.map((row) => ({
      id: row.id,
      part: row.part,
      askedAt: row.asked_at.toISOString(),
      startedAt: row.started_at?.toISOString() ?? null,
      finishedAt: row.finished_at?.toISOString() ?? null,
      done: row.done,
      total: row.total,
      added: row.added,
      changed: row.changed,
      ended: row.ended,
      failure: row.fail_code && failureOf(row.fail_code),
    })),
  }
}

function failureOf(code: string): string {
  if (!/^-?\d+$/.test(code)) return '连不上企业微信的服务器，试了几次都没有回答。'
  const { meaning, mend } = explainErrcode(Number(code))
  return `${meaning}${mend}（错误码 ${code}）`
}

/** What a comparison of contacts found to have drifted; only whom the officer may see. */
export async function listFindings(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  query: FindingsQuery,
): Promise<Findings> {
  const limit = query.limit ?? 50
  const { rowCount } = await tx.client.query(
    'select from wecom_reconciles where station_id = $1 and id = $2',
    [tx.stationId, id],
  )
  if (rowCount === 0) throw notFound()
  const { rows } = await tx.client.query(
    `select f.place::text, f.kind, f.user_id, f.subject_id, c.id as contact_id, coalesce(c.name, g.name) as name, v.name as village_name
     from wecom_findings f
     left join contacts c on c.station_id = $1 and c.id = f.subject_id and c.removed_at is null
     left join residents r on r.station_id = $1 and r.id = c.resident_id
     left join households h on h.station_id = $1 and h.id = r.household_id
     left join chat_groups g on g.station_id = $1 and g.id = f.subject_id
     left join villages v on v.station_id = $1 and v.id = coalesce(c.village_id, h.village_id, g.village_id)
     where f.station_id = $1 and f.reconcile_id = $2 and (c.id is not null or g.id is not null)
       and ${inScope('coalesce(c.village_id, h.village_id, g.village_id)', 3)} and f.place > $4
     order by f.place limit $5`,
    [tx.stationId, id, villageScope(session), query.after ?? '0', limit + 1],
  )
  const shown = rows.slice(0, limit)
  await recordListed(
    tx,
    actor,
    'external_contact.listed',
    shown.map((row) => row.contact_id),
    { of: 'reconcile' },
  )
  return {
    items: shown.map((row) => ({
      place: row.place,
      kind: row.kind,
      account: row.user_id,
      subjectId: row.subject_id,
      name: row.name,
      villageName: row.village_name,
    })),
    next: rows.length > limit ? shown.at(-1)!.place : null,
  }
}
