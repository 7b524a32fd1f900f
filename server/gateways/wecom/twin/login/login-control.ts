import type { App } from '../corporation/app.ts'
import { appNamed } from '../corporation/corporation.ts'
import type { World } from '../world.ts'

export function loginControl(world: World) {
  return {
    /** A code as the login page would bring it: of a member, or of an outsider by her external_userid. */
    code: (who: string, appName: string, privateInfo = false) =>
      giveCode(world, appNamed(world, appName), who, privateInfo),
  }
}

/** E23: one use, five minutes. */
export function giveCode(world: World, app: App, who: string, privateInfo: boolean): string {
  const code = `EMUcode${world.random('login').letters(40)}`
  const until = world.clock.now() + world.settings.login.codeMs
  world.login.codes.set(code, { who, appName: app.name, privateInfo, until, used: false })
  return code
}
