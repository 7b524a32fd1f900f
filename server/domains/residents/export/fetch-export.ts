import type { RegisterExport, RegisterExportForm } from '../../../../contract/register-exports.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { listAllVillages } from '../../officers/views.ts'
import { exportHeads } from './read-list.ts'
import { lockExport } from './store.ts'

const shown = 50

/** The file, for the one who asked for it, for 24 hours. Each fetching is an event. */
export async function fetchExport(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
): Promise<{ form: RegisterExportForm; number: number; bytes: Buffer }> {
  const record = await lockExport(tx, id)
  if (record.askedBy !== session.officerId) throw notFound()
  if (record.state !== 'ready') throw conflict('文件还没有做好。')
  const { rows } = await tx.client.query(
    'select bytes from register_exports where station_id = $1 and id = $2 and expires_at > now()',
    [tx.stationId, id],
  )
  if (!rows[0]?.bytes) throw conflict('文件过了 24 小时，已经删除。要用请重新申请。')
  await writeEvents(tx, actor, [
    {
      name: 'register_export.downloaded',
      subject: { kind: 'register_export', id },
      data: { number: record.number },
    },
  ])
  return { form: record.form, number: record.number, bytes: rows[0].bytes }
}

/** What was asked for in the station, newest first: who, what for, and what became of it. */
export async function listExports(tx: Tx, session: OfficerSession): Promise<{ items: RegisterExport[] }> {
  const villages = new Map((await listAllVillages(tx)).map(({ id, name }) => [id, name]))
  const { rows } = await tx.client.query(
    `select e.id, e.number, e.kind, e.form, e.filter, e.columns, e.purpose, e.case_number, e.rows, e.state, e.asked_by, a.name as asker,
       e.asked_at, d.name as decider, e.reason, e.expires_at, e.bytes is not null and e.expires_at > now() as there
     from register_exports e join officers a on a.station_id = $1 and a.id = e.asked_by
     left join officers d on d.station_id = $1 and d.id = e.decided_by
     where e.station_id = $1 order by e.number desc limit $2`,
    [tx.stationId, shown],
  )
  return {
    items: rows.map((row) => {
      const { villageIds = [], group, text } = row.filter
      const places = (villageIds as string[]).map((id) => villages.get(id) ?? '')
      return {
        ...{ id: row.id, number: row.number, kind: row.kind, form: row.form, purpose: row.purpose },
        filter: [places.join('、'), group, text && `姓名有“${text}”`].filter(Boolean).join('，'),
        columns: (row.columns as (keyof typeof exportHeads)[]).map(
          (column) => exportHeads[column]?.name ?? column,
        ),
        ...{ caseNumber: row.case_number, rows: row.rows, state: row.state, askedBy: row.asker },
        ...{ askedAt: row.asked_at.toISOString(), decidedBy: row.decider, reason: row.reason },
        expiresAt: row.expires_at?.toISOString() ?? null,
        fetchable: row.there && row.asked_by === session.officerId,
        own: row.asked_by === session.officerId,
      }
    }),
  }
}

/** Files whose day is over are removed; that they were made stays. */
export async function expireExports(tx: Tx): Promise<void> {
  await tx.client.query(
    'update register_exports set bytes = null where station_id = $1 and bytes is not null and expires_at < now()',
    [tx.stationId],
  )
}
