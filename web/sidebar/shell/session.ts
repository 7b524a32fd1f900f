import type { ApiError } from '../../api/fetch-json.ts'
import { type Me, readSession } from '../../api/officers.ts'

/** The station whose sidebar this is: `/sidebar/<code>/`, as it is written into the toolbar's settings. */
export const stationCode = location.pathname.split('/').filter(Boolean)[1] ?? ''

export type SessionFound =
  | { kind: 'signed_in'; me: Me }
  | { kind: 'signing_in' | 'ask' }
  | { kind: 'failed'; message: string }

const triedName = 'sidebar-tried-sign-in'
const again = 2 * 60_000

/**
 * Who is signed in. Nobody: WeCom is asked who she is, which it answers without a word of hers; where that is not set
 * up, or has just been tried, she signs in with her password.
 */
export async function findSession(inWecom: boolean): Promise<SessionFound> {
  try {
    return { kind: 'signed_in', me: await readSession() }
  } catch (error) {
    const { code, message } = error as ApiError
    if (code !== 'unauthenticated') return { kind: 'failed', message }
  }
  if (!inWecom || justTried()) return { kind: 'ask' }
  const path = `/api/wecom/${stationCode}/sign-in?to=${encodeURIComponent(location.pathname)}`
  // Only where the server leads on to WeCom: an error would otherwise be all she sees.
  const answer = await fetch(path, { redirect: 'manual' }).catch(() => null)
  if (answer?.type !== 'opaqueredirect') return { kind: 'ask' }
  noteTried()
  location.replace(path)
  return { kind: 'signing_in' }
}

function justTried(): boolean {
  try {
    return Date.now() - Number(sessionStorage.getItem(triedName) ?? 0) < again
  } catch {
    return true
  }
}

function noteTried(): void {
  try {
    sessionStorage.setItem(triedName, String(Date.now()))
  } catch {
    // Then justTried says so.
  }
}
