import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError, callHeaders } from '../../api/fetch-json.ts'
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

function noticeEnd(error: unknown): void {
  if (error instanceof ApiError && error.code === 'unauthenticated') sessionEnded.set(true)
}

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
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== 'session' || query.state.data !== undefined) noticeEnd(error)
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      if (mutation.meta?.['signsIn'] !== true) noticeEnd(error)
    },
  }),
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
