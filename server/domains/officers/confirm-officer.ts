import type { Officer } from '../../../contract/officers.ts'
import { AppError, conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { listUnconfirmed } from './list-unconfirmed.ts'
import { readOfficer } from './store.ts'

/** A second person says that an account may see residents' matters; from then on it works. */
export async function confirmOfficer(tx: Tx, actor: Actor, id: string): Promise<Officer> {
  const officer = await readOfficer(tx, id)
  if (!officer.unconfirmedSince) throw conflict(`${officer.name}的账号不用再确认。`)
  const mine = await listUnconfirmed(tx, actor.id!)
  if (!mine.some((each) => each.id === id))
    throw new AppError('forbidden', '这个账号要由所长确认，而且不能自己确认自己的。')
  await tx.client.query(
    `update officer_confirmations set confirmed_by = $3, confirmed_at = now()
     where station_id = $1 and officer_id = $2 and confirmed_at is null`,
    [tx.stationId, id, actor.id],
  )
  await writeEvents(tx, actor, [{ name: 'officer.confirmed', subject: { kind: 'officer', id } }])
  return readOfficer(tx, id)
}
