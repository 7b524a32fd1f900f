import type { Officer, OfficerChange } from '../../../contract/officers.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { askConfirmation } from './ask-confirmation.ts'
import { managingRoles, seeingRoles } from './rules.ts'
import { keepAManager, readOfficer, replaceVillages } from './store.ts'

/** Changes what is given of an officer; it holds from her next request on. */
export async function changeOfficer(
  tx: Tx,
  actor: Actor,
  id: string,
  change: OfficerChange,
): Promise<Officer> {
  await tx.client.query('select from officers where station_id = $1 and id = $2 for update', [
    tx.stationId,
    id,
  ])
  const before = await readOfficer(tx, id)
  const { role, name, phone, villageIds } = change
  // Who manages accounts does not give herself the sight of residents' matters: that takes a second person, and
  // where she gives it to another account, that one waits for one (ask-confirmation.ts).
  if (role && role !== before.role && id === actor.id) {
    throw conflict('不能更改自己的岗位，请另一位所长或管理员来办。')
  }
  if (role && !managingRoles.includes(role) && managingRoles.includes(before.role)) await keepAManager(tx, id)
  await tx.client.query(
    `update officers set name = coalesce($3, name), role = coalesce($4, role), phone = coalesce($5, phone)
     where station_id = $1 and id = $2`,
    [tx.stationId, id, name ?? null, role ?? null, phone ?? null],
  )
  if (villageIds) await replaceVillages(tx, id, villageIds)
  await writeEvents(tx, actor, [
    {
      name: 'officer.changed',
      subject: { kind: 'officer', id },
      data: {
        fields: Object.keys(change),
        ...(role ? { role, roleBefore: before.role } : {}),
        ...(villageIds ? { villageIds, villageIdsBefore: before.villageIds } : {}),
      },
    },
  ])
  if (role && !seeingRoles.includes(before.role)) await askConfirmation(tx, actor, id, 'role_changed')
  return readOfficer(tx, id)
}
