import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { App, Member } from './app.ts'

export function seesMember(app: App, userid: string): boolean {
  return app.sees === 'all' || app.sees.has(userid)
}

/** A member at work whom the app may see: 60111 for nobody, 60011 for out of reach. */
export function memberFor(world: World, app: App, userid: string): Member {
  const member = world.corporation.members.get(userid)
  if (!member || member.left) throw new Refusal(60111, userid)
  if (!seesMember(app, userid)) throw new Refusal(60011, userid)
  return member
}

export function appNamed(world: World, name: string): App {
  const app = world.corporation.apps.get(name)
  if (!app) throw new Error(`模拟里没有应用 ${name}。`)
  return app
}
