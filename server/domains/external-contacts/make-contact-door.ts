import type { NewContactDoor } from '../../../contract/external-contacts.ts'
import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { addContactWay } from '../../gateways/wecom/calls/add-contact-way.ts'
import { AppError, invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { checkVillage } from '../residents/check-village.ts'
import { notConnected } from './connection.ts'

/**
 * Makes a code by which residents add work accounts; who scans it is known to have come by this door and from its
 * village. Printed codes go on working, so there is no deed that takes one away. WeCom is asked inside the transaction
 * that holds the request's key: a second tap waits for the first one's code and gets that.
 */
export async function makeContactDoor(
  tx: Tx,
  api: Api | null,
  actor: Actor,
  door: NewContactDoor,
): Promise<{ id: string; qrUrl: string }> {
  await checkVillage(tx, door.villageId)
  const { rows } = await tx.client.query(
    'select user_id from work_accounts where station_id = $1 and user_id = any($2) and gone_at is null',
    [tx.stationId, door.accounts],
  )
  if (rows.length < door.accounts.length) throw invalid('选的工作账号里有不能用的，请刷新后重选。')
  if (!api) throw new AppError('unavailable', notConnected)
  const id = newId()
  const state = `door-${id.slice(-12)}`
  const made = await addContactWay(api, { userIds: door.accounts, state, remark: door.label }).catch(
    (error) => {
      if (error instanceof ApiError) throw new AppError('unavailable', error.message)
      throw error
    },
  )
  await tx.client.query(
    `insert into contact_doors (station_id, id, state, label, village_id, user_ids, config_id, qr_url, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.stationId,
      id,
      state,
      door.label.trim(),
      door.villageId,
      door.accounts,
      made.configId,
      made.qrCode,
      actor.id,
    ],
  )
  await writeEvents(tx, actor, [
    { name: 'contact_door.made', subject: { kind: 'contact_door', id }, villageId: door.villageId },
  ])
  return { id, qrUrl: made.qrCode }
}
