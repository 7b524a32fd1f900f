import type { Config } from '../../platform/config.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { AppError, conflict } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { equalSecrets } from './equal-secrets.ts'
import { type Invitation, signInvitation } from './invite-station.ts'

/** What a link to found a station says; null when these words are no such link of this installation. */
export function parseInvitation(config: Pick<Config, 'dataDir'>, token: string): Invitation | null {
  const [words = '', signature = '', ...more] = token.trim().split('.')
  if (more.length > 0 || !equalSecrets(signature, signInvitation(config, words))) return null
  const [code, name, until] = JSON.parse(Buffer.from(words, 'base64url').toString('utf8'))
  return { code, name, until: new Date(until) }
}

/** The link, as long as it is good. Throws `forbidden` for one that never was or is over, `conflict` for a spent one. */
export async function readInvitation(
  context: { config: Pick<Config, 'dataDir'>; pool: Pick<Pool, 'query'> },
  token: string,
  now = new Date(),
): Promise<Invitation> {
  const invitation = parseInvitation(context.config, token)
  if (!invitation)
    throw new AppError('forbidden', '这个建所链接不对。请把链接完整复制过来，或请县里重新发一个。')
  await requireGood(context.pool, invitation, now)
  return invitation
}

/** Throws unless the link is good still. */
export async function requireGood(
  at: Pick<Pool, 'query'> | Tx['client'],
  { code, until }: Invitation,
  now: Date,
): Promise<void> {
  if (until < now) throw new AppError('forbidden', '这个建所链接已经过期。请县里重新发一个。')
  const { rowCount } = await at.query('select from stations where code = $1', [code])
  if (rowCount) throw conflict('这个派出所已经建好了，请直接登录。')
}
