import type { Me } from '../../../contract/officers.ts'

const waitMs = 30_000
/** On this device somebody was signed in when the page was last open. Not who. */
const hint = 'signed-in'

/** What /api/session said: who is signed in, or that nobody is. */
export type EarlySession = { me: Me | null }

/** Whether it is worth fetching the whole app before the server has answered. */
export const likelySignedIn: boolean = readHint()

/**
 * The question who is signed in, asked while the large scripts are still on their way: index.html loads this file by
 * itself, before everything else, so it must import nothing. Null where no clear answer came; then it is asked again.
 */
let begun: Promise<EarlySession | null> | null = begin()

function begin(): Promise<EarlySession | null> | null {
  const [, page] = location.pathname.split('/').filter(Boolean)
  if (page === 'sign-in' || page === 'setup') return null
  if (likelySignedIn) announceApp()
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), waitMs)
  const answer = fetch('/api/session', { headers: { accept: 'application/json' }, signal: control.signal })
    .then(async (said) => {
      if (!said.ok) return said.status === 401 ? { me: null } : null
      if (!likelySignedIn) announceApp()
      return { me: (await said.json()) as Me }
    })
    .catch(() => null)
  void answer.then(() => clearTimeout(timer))
  return answer
}

/** The answer to the early question, once: whoever asks later wants to know it now. */
export async function takeEarlySession(): Promise<EarlySession | null> {
  const answer = begun
  begun = null
  return answer
}

/** Begins to fetch the app's files, which the build has named in the page; what they are for comes later. */
function announceApp(): void {
  const files = document.querySelector<HTMLMetaElement>('meta[name=app-files]')?.content.split(' ') ?? []
  for (const file of files) {
    const link = document.createElement('link')
    link.rel = file.endsWith('.css') ? 'preload' : 'modulepreload'
    if (file.endsWith('.css')) link.as = 'style'
    link.crossOrigin = ''
    link.href = file
    document.head.append(link)
  }
}

function readHint(): boolean {
  try {
    return localStorage.getItem(hint) !== null
  } catch {
    return false
  }
}

/** For the next start on this device. */
export function keepHint(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(hint, 'yes')
    else localStorage.removeItem(hint)
  } catch {
    // A browser that keeps nothing still works; it only starts a little later.
  }
}
