import { appsWith, notify } from '../callbacks/notify.ts'
import type { World } from '../world.ts'
import { addRelation, relationKey } from './relations.ts'
import type { Transfer } from './state.ts'

const period = 90 * 86_400_000

/** The errcode of one customer of a transfer; 0 when it is on its way. */
export function askTransfer(
  world: World,
  from: string,
  to: string,
  externalUserId: string,
  resigned: boolean,
): number {
  const { transfers, relations } = world.contacts
  const now = world.clock.now()
  if (!world.people.has(externalUserId)) return 40096
  if (from === to) return 40130
  const relation = relations.get(relationKey(from, externalUserId))
  if (!relation || relation.half) return 40131
  const asked = transfers.filter((one) => one.externalUserId === externalUserId)
  if (asked.some(({ status }) => status === 2)) return 40129
  const recent = asked.filter(({ status, askedAt }) => status === 1 && now - askedAt < period)
  if (recent.length >= world.settings.contacts.transfersPer90Days) return 40128
  const transfer: Transfer = {
    from,
    to,
    externalUserId,
    status: 2,
    askedAt: now,
    doneAt: 0,
    resigned,
  }
  transfers.push(transfer)
  world.clock.after(world.settings.contacts.transferAfterMs, () => finishTransfer(world, transfer))
  return 0
}

/** A day later it is done, unless the customer refused; only now it is told, for only now it happens. */
function finishTransfer(world: World, transfer: Transfer): void {
  if (transfer.status !== 2) return
  const { from, to, externalUserId } = transfer
  const old = world.contacts.relations.get(relationKey(from, externalUserId))
  transfer.status = 1
  transfer.doneAt = world.clock.now()
  world.contacts.relations.delete(relationKey(from, externalUserId))
  const state = old?.state ?? ''
  addRelation(world, to, externalUserId, { addWay: 202, state, remark: old?.remark ?? '', tags: old?.tags })
  tellContact(world, 'del_external_contact', from, externalUserId, { Source: 'DELETE_BY_TRANSFER' })
  tellContact(world, 'add_external_contact', to, externalUserId, state ? { State: state } : {})
}

export function failTransfer(world: World, transfer: Transfer, reason: string): void {
  transfer.status = reason === 'customer_refused' ? 3 : 4
  tellContact(world, 'transfer_fail', transfer.to, transfer.externalUserId, { FailReason: reason })
}

export function tellContact(
  world: World,
  change: string,
  userid: string,
  externalUserId: string,
  more: Record<string, string | undefined> = {},
): void {
  const fields = { ChangeType: change, UserID: userid, ExternalUserID: externalUserId, ...more }
  notify(world, appsWith(world, 'contact'), 'change_external_contact', fields)
}
