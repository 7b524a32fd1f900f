import { makeAccount } from '../kf/accounts.ts'
import { sessionOf } from '../kf/sessions.ts'
import type { World } from '../world.ts'
import type { AccountSeed } from './corporation-seed.ts'

/** Its log is empty: what was said before has been fetched, or went with the twin that held it. */
export function seedAccount(world: World, { openKfId, name, doors, sessions }: AccountSeed): void {
  const account = makeAccount(world, name, '', openKfId)
  for (const userid of world.corporation.members.keys())
    account.servicers.set(userid, { userid, serving: true, stopType: 0 })
  account.doors = doors.map(({ scene, path }) => ({ scene, url: `${world.publicUrl}${path}` }))
  for (const { externalUserId, ...session } of sessions) {
    const at = session.lastCustomerAt
    const more = { entered: { scene: '', sceneParam: '', at }, welcomedAt: at }
    Object.assign(sessionOf(account, externalUserId), session, more)
  }
}
