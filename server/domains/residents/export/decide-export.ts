import type { ExportDecision } from '../../../../contract/register-exports.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { AppError, conflict, invalid } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { loadSession } from '../../officers/load-session.ts'
import { makeFile } from './make-file.ts'
import { lockExport } from './store.ts'

/**
 * A second person agrees, and the file is made for the one who asked, or says no and why. Never the asker herself
 * (trust.md finding 10; the interpretation 法释〔2017〕10号 counts records). What she may see today is what the file holds.
 */
export async function decideExport(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  { agree, reason = '' }: ExportDecision,
): Promise<void> {
  const record = await lockExport(tx, id)
  if (record.askedBy === session.officerId) throw new AppError('forbidden', '自己申请的要由另一个人同意。')
  if (record.state !== 'waiting') throw conflict('这份申请已经有结果了。')
  if (!agree && reason.trim() === '') throw invalid('不同意请写明原因。')
  const asker = agree
    ? await loadSession(tx, record.askedBy, { sessionId: record.askedBy, steppedUpAt: null })
    : null
  if (agree && !asker?.permissions.has('exports.make'))
    throw conflict('申请的人现在没有导出权限了，不能同意。')
  await tx.client.query(
    `update register_exports set decided_by = $3, decided_at = clock_timestamp(), reason = $4, state = case when $5 then state else 'refused' end
     where station_id = $1 and id = $2`,
    [tx.stationId, id, session.officerId, reason.trim(), agree],
  )
  await writeEvents(tx, actor, [
    {
      name: agree ? 'register_export.approved' : 'register_export.refused',
      subject: { kind: 'register_export', id },
      data: { number: record.number },
    },
  ])
  if (asker) await makeFile(tx, actor, asker, record, new Date())
}

/** The one who asked takes it back before somebody has decided. */
export async function withdrawExport(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
): Promise<void> {
  const record = await lockExport(tx, id)
  if (record.askedBy !== session.officerId) throw new AppError('forbidden', '只能撤回自己的申请。')
  if (record.state === 'withdrawn') return
  if (record.state !== 'waiting') throw conflict('这份申请已经有结果了。')
  await tx.client.query(`update register_exports set state = 'withdrawn' where station_id = $1 and id = $2`, [
    tx.stationId,
    id,
  ])
  await writeEvents(tx, actor, [
    {
      name: 'register_export.withdrawn',
      subject: { kind: 'register_export', id },
      data: { number: record.number },
    },
  ])
}
