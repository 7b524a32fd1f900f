import type { SignIn } from '../../../../contract/officers.ts'
import { forgiveAttempt, takeAttempt } from '../../../platform/auth/attempts.ts'
import { waitForEvenTime } from '../../../platform/auth/even-time.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Auth } from '../create-auth.ts'
import { admitSession } from './admit-session.ts'
import { checkCode } from './check-code.ts'
import { checkPassword } from './check-password.ts'
import type { Device } from './device.ts'
import { type Credential, findCredential } from './find-credential.ts'
import { recordRefusal } from './record-refusal.ts'

type Outcome = { token: string } | { refusal: 'password' | 'expired' | 'code' | 'not_admitted' }

/**
 * Checks name, password and code together and returns the new session's token. Whatever is wrong, the answer is
 * the same sentence after the same time; only too many tries are answered otherwise (`too_many`), for every name.
 */
export async function signIn(pool: Pool, auth: Auth, given: SignIn, device: Device): Promise<string> {
  const startedAt = performance.now()
  const username = given.username.trim().toLowerCase()
  const attempt = await takeAttempt(pool, auth.secret, { name: username, address: device.address })
  const credential = await findCredential(pool, username)
  const outcome = await prove(pool, auth, { ...given, username }, credential, device)
  if ('refusal' in outcome) {
    if (credential) await recordRefusal(pool, credential, outcome.refusal, device.requestId)
    await waitForEvenTime(startedAt)
    throw new AppError('unauthenticated', '登录没有成功：用户名、密码或动态码不对，或者账号不能使用。')
  }
  await forgiveAttempt(pool, attempt)
  return outcome.token
}

async function prove(
  pool: Pool,
  auth: Auth,
  given: SignIn,
  credential: Credential | null,
  device: Device,
): Promise<Outcome> {
  const proof = await checkPassword(auth, given.username, given.password)
  if (!proof || !credential) return { refusal: 'password' }
  if (credential.expired) return { refusal: 'expired' }
  // A session without a challenge is not enough where the second factor is on, whatever the library says.
  const token = credential.secondFactor
    ? 'challenge' in proof &&
      (await checkCode(pool, auth, challenged(credential, proof.challenge), given.code))
    : 'token' in proof && proof.token
  if (!token) return { refusal: 'code' }
  const admitted = await admitSession(pool, credential, token, device, credential)
  return admitted ? { token } : { refusal: 'not_admitted' }
}

function challenged({ userId }: Credential, challenge: string) {
  const cookie = `lianxinqiao.two_factor=${encodeURIComponent(challenge)}`
  return { userId, headers: new Headers({ cookie }) }
}
