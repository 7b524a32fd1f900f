import { QueryClient } from '@tanstack/react-query'
import { ApiError, callHeaders, refusals } from '../../api/fetch-json.ts'
import { createStore } from '../../ui/create-store.ts'

/** The session ended while somebody works: a dialog asks for the password, the page stays as it is. */
export const sessionEnded = createStore(false)

/** Who asks: a refresh nobody asked for must not keep a session alive. */
let actedAt = Date.now()
const backgroundAfterMs = 15_000
for (const name of ['pointerdown', 'keydown'] as const) {
  window.addEventListener(
    name,
    () => {
      actedAt = Date.now()
    },
    { capture: true, passive: true },
  )
}
callHeaders.current = (): Record<string, string> =>
  Date.now() - actedAt > backgroundAfterMs ? { 'x-background': 'yes' } : {}

/** Answers that will not change by asking again at once. */
const final = new Set([
  'invalid',
  'unauthenticated',
  'forbidden',
  'step_up_required',
  'not_found',
  'conflict',
  'too_large',
])

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The live stream says when something is old; until then what is here is shown at once.
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      retry: (count, error) => !(error instanceof ApiError && final.has(error.code)) && count < 2,
      retryDelay: (count) => Math.min(500 * 2 ** count, 4000),
    },
    mutations: { networkMode: 'always' },
  },
})

/** Before anybody has signed in a refusal is the sign-in page's matter; afterwards the session has ended. */
refusals.unauthenticated = () => {
  if (queryClient.getQueryData(['session']) !== undefined) sessionEnded.set(true)
}
