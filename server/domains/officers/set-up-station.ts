import { hashPassword } from 'better-auth/crypto'
import type { Setup } from '../../../contract/officers.ts'
import { findPasswordFault } from '../../platform/auth/password-rules.ts'
import { type Config, readSecret } from '../../platform/config.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { AppError, conflict, invalid } from '../../platform/errors.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { createOfficer } from './create-officer.ts'
import { equalSecrets } from './equal-secrets.ts'
import { parseInvitation, requireGood } from './read-invitation.ts'

/**
 * The words that prove that whoever sets up can read this server's own output: 16 letters and digits in groups,
 * the same after a restart. Without a station there is nobody to sign in yet, and no password is built in.
 */
export function readSetupToken(config: Pick<Config, 'dataDir'>): string {
  const hex = readSecret(config.dataDir, 'setup').toString('hex')
  return [0, 4, 8, 12].map((at) => hex.slice(at, at + 4)).join('-')
}

/** Whether the installation has no station yet. */
export async function isSetupNeeded(pool: Pick<Pool, 'query'>): Promise<boolean> {
  const { rowCount } = await pool.query('select from stations limit 1')
  return rowCount === 0
}

/**
 * Makes the first station, its villages and its administrator, with the token the server printed; or a further one, with
 * the words of a link made for it (invite-station.ts). Each once: a second time, also at the same moment, is refused.
 */
export async function setUpStation(
  context: { config: Pick<Config, 'dataDir'>; pool: Pool },
  given: Setup,
  requestId: string,
  now = new Date(),
): Promise<void> {
  const { config, pool } = context
  const done = conflict('派出所已经设置过了，请直接登录。')
  const invitation = parseInvitation(config, given.token)
  const requireFree = async (at: Pick<Pool, 'query'> | Tx['client']) => {
    if (invitation) await requireGood(at, invitation, now)
    else if (!(await isSetupNeeded(at as Pick<Pool, 'query'>))) throw done
  }
  await requireFree(pool)
  if (invitation && invitation.code !== given.code)
    throw invalid(`这个链接只能建代码是 ${invitation.code} 的派出所。`)
  if (!invitation && !equalSecrets(given.token.trim().toLowerCase(), readSetupToken(config))) {
    throw new AppError('forbidden', '安装口令不对。口令在启动服务器的窗口里可以看到。')
  }
  const { username, name, password } = given.administrator
  const fault = findPasswordFault(password, username)
  if (fault) throw invalid(fault)
  const codes = given.villages.map((village) => village.code)
  if (new Set(codes).size < codes.length) throw invalid('有两个村的代码相同。')
  const hash = await hashPassword(password)
  await inStation(pool, newId(), async (tx) => {
    // Whoever comes second waits here, and then sees the station of the first.
    await tx.client.query("select pg_advisory_xact_lock(hashtext('set up station'))")
    await requireFree(tx.client)
    await insertStation(tx, given)
    const actor = { kind: 'system', id: null, requestId } as const
    await writeEvents(tx, actor, [
      { name: 'station.founded', subject: { kind: 'station', id: tx.stationId } },
    ])
    await createOfficer(tx, actor, { username, name, role: 'administrator' }, { hash, initialUntil: null })
  })
}

async function insertStation(tx: Tx, given: Setup): Promise<void> {
  const { code, stationName, phone, address, villages } = given
  await tx.client.query('insert into stations (id, code, name, phone, address) values ($1, $2, $3, $4, $5)', [
    tx.stationId,
    code,
    stationName,
    phone,
    address,
  ])
  await tx.db
    .insertInto('villages')
    .values(
      villages.map((village, index) => ({
        stationId: tx.stationId,
        id: newId(),
        code: village.code,
        name: village.name,
        aliases: village.aliases ?? [],
        latitude: village.latitude ?? null,
        longitude: village.longitude ?? null,
        position: index + 1,
      })),
    )
    .execute()
}
