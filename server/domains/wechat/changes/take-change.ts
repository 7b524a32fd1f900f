import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { lockIdentity } from './identity.ts'
import { type OpenChange, readOpenChange } from './open-change.ts'

/** The change that is to be answered, locked: by its id, so that nobody says yes to another one than she read. */
export async function takeChange(context: Pick<Context, 'config'>, tx: Tx, id: string): Promise<OpenChange> {
  const { rowCount } = await tx.client.query('select from wechat_changes where station_id = $1 and id = $2', [
    tx.stationId,
    id,
  ])
  if (rowCount === 0) throw notFound()
  await lockIdentity(tx)
  const open = await readOpenChange(tx, context.config.dataDir)
  if (open?.id !== id) throw conflict('这个申请已经有了结果，或者换成了新的，请看现在的。')
  if (open.expiresAt.getTime() <= Date.now()) throw conflict('这个申请过了 7 天，已经不算数，请重新提出。')
  return open
}
