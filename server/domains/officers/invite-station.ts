import { createHmac } from 'node:crypto'
import { type Config, readSecret } from '../../platform/config.ts'

/** A station that may be founded on this installation: its code, the name its people will find there, until when. */
export type Invitation = { code: string; name: string; until: Date }

/** How long the link to found a station is good for, in days. */
export const invitationDays = 7

/**
 * The words of a link by which one further station is founded. Whoever can read this installation's secrets makes them,
 * and nothing is kept: they name the station's code, and once that station is there they are spent.
 */
export function inviteStation(config: Pick<Config, 'dataDir'>, { code, name, until }: Invitation): string {
  const words = Buffer.from(JSON.stringify([code, name, until.getTime()])).toString('base64url')
  return `${words}.${signInvitation(config, words)}`
}

/** Bound to its use: the same secret also makes the set-up token. */
export function signInvitation(config: Pick<Config, 'dataDir'>, words: string): string {
  return createHmac('sha256', readSecret(config.dataDir, 'setup'))
    .update(`found a station: ${words}`)
    .digest('base64url')
}
