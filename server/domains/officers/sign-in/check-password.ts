import { APIError } from 'better-auth/api'
import { parseSetCookieHeader } from 'better-auth/cookies'
import type { Auth } from '../create-auth.ts'

/** A right password gives a session that is not admitted yet, or a challenge where the second factor is on. */
export type Proof = { token: string } | { challenge: string }

/** Null for a wrong name or password. An unknown name takes as long as a wrong password. */
export async function checkPassword(auth: Auth, username: string, password: string): Promise<Proof | null> {
  const answer = await orNull(
    auth.identity.api.signInUsername({
      body: { username, password },
      headers: new Headers(),
      returnHeaders: true,
    }),
  )
  if (!answer) return null
  if (answer.response && 'token' in answer.response) return { token: answer.response.token }
  const challenge = cookieIn(answer.headers, 'lianxinqiao.two_factor')
  return challenge ? { challenge } : null
}

/** The library's refusals as null; what is broken stays an error. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null
    throw error
  }
}

/** The value of a cookie that an answer of the library sets. */
export function cookieIn(headers: Headers, name: string): string | undefined {
  return parseSetCookieHeader(headers.get('set-cookie') ?? '').get(name)?.value || undefined
}
