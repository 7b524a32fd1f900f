import type { World } from '../world.ts'
import type { AppSettings, Permission } from './app.ts'
import { appNamed } from './corporation.ts'
import { appFrom } from './state.ts'
import { expireTokens, revokeTokens } from './tokens.ts'
import { trustAddresses } from './trusted-addresses.ts'

/** What an administrator does in the pages of WeCom, and what the vendor does to tokens. */
export function corporationControl(world: World) {
  const { corpId } = world.settings.corporation
  return {
    corpId,
    apps: () => [...world.corporation.apps.values()],
    members: () => [...world.corporation.members.values()],
    grant(appName: string, permission: Permission): void {
      appNamed(world, appName).permissions.add(permission)
    },
    revoke(appName: string, permission: Permission): void {
      appNamed(world, appName).permissions.delete(permission)
    },
    setVisible(appName: string, userids: string[] | 'all'): void {
      appNamed(world, appName).sees = userids === 'all' ? 'all' : new Set(userids)
    },
    /** Stopped, as the switch on the application's page does, or started again. */
    close(appName: string, closed: boolean): void {
      appNamed(world, appName).closed = closed
    },
    setDomain(appName: string, domain: string | null): void {
      appNamed(world, appName).redirectDomain = domain
    },
    trustAddresses: (addresses: string[] | null) => trustAddresses(world, addresses),
    /** A new secret; the old one dies `overlapMs` later on the twin's time, and its tokens with it. */
    rotateSecret(appName: string, overlapMs = 0): string {
      const app = appNamed(world, appName)
      const until = world.clock.now() + overlapMs
      for (const held of app.secrets) held.until = Math.min(held.until ?? until, until)
      const secret = `EMUsecret-${world.random('secrets').letters(33)}`
      app.secrets.push({ secret, until: null })
      return secret
    },
    expireTokens: (appName: string) => expireTokens(world, appNamed(world, appName)),
    revokeTokens: (appName: string) => revokeTokens(world, appNamed(world, appName)),
    addApp(settings: AppSettings): void {
      world.corporation.apps.set(settings.name, appFrom(settings))
    },
    addMember(userid: string, name: string): void {
      world.corporation.members.set(userid, { userid, name, left: false, active: true })
    },
  }
}
