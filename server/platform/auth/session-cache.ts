import type { OfficerSession } from './session.ts'

export type SessionCache = ReturnType<typeof createSessionCache>

/** What was read is believed this long: the time after which a sign-out elsewhere is felt in this process. */
const freshMs = 1500
const most = 5000

/** Sessions read a moment ago, by token; requests that come together share one look-up. */
export function createSessionCache() {
  type Entry = { readAt: number; touched: boolean; session: Promise<OfficerSession | null> }
  const entries = new Map<string, Entry>()

  function drop(matches: (session: OfficerSession) => boolean): void {
    for (const [token, entry] of entries) {
      void entry.session.then(
        (session) => {
          if ((!session || matches(session)) && entries.get(token) === entry) entries.delete(token)
        },
        () => {},
      )
    }
  }

  return {
    /** `touch`: a person acts, so an entry that was read for a background refresh will not do. */
    async get(
      token: string,
      touch: boolean,
      load: () => Promise<OfficerSession | null>,
    ): Promise<OfficerSession | null> {
      // The age counts from before the look-up, so that what was ended during it is not believed longer.
      const now = performance.now()
      const known = entries.get(token)
      if (known && now - known.readAt < freshMs && (known.touched || !touch)) return known.session
      if (entries.size >= most) entries.clear()
      const entry = { readAt: now, touched: touch, session: load() }
      entries.set(token, entry)
      try {
        const session = await entry.session
        if (!session && entries.get(token) === entry) entries.delete(token)
        return session
      } catch (error) {
        if (entries.get(token) === entry) entries.delete(token)
        throw error
      }
    },
    forget: (token: string) => void entries.delete(token),
    forgetOfficer: (officerId: string) => drop((session) => session.officerId === officerId),
    forgetSession: (sessionId: string) => drop((session) => session.sessionId === sessionId),
  }
}
