import { ApiError } from './api-error.ts'

export type Token = { value: string; expiresAt: number }

/** Shared by the processes of an installation; whoever keeps it seals it. */
export type TokenStore = {
  load: () => Promise<Token | undefined>
  save: (token: Token) => Promise<void>
}

export type TokenSource = { take: () => Promise<string>; reject: (value: string) => void }

/** After a refused secret the server is left alone this long: 2,000 failures an hour block the whole address. */
const restAfterRefusal = 30_000

/**
 * The token of one application, fetched once however many ask for it. Refreshed five minutes early. One that the
 * server rejects is dropped; another process may have a newer one, so the store is asked before the server: if each
 * fetch ends the token before, two processes would otherwise reject each other's for ever.
 */
export function keepToken(
  fetchToken: () => Promise<Token>,
  now: () => number,
  store?: TokenStore,
): TokenSource {
  let current: Token | undefined
  let rejected = ''
  // Given out again although rejected: then the fault is not the token's, and asking anew would not end.
  let insisted = ''
  let pending: Promise<Token> | undefined
  let refusal: { error: ApiError; until: number } | undefined

  const isFresh = (token: Token | undefined): token is Token =>
    token !== undefined && token.value !== rejected && token.expiresAt > now()

  const renew = async (): Promise<Token> => {
    const stored = await store?.load()
    if (isFresh(stored)) return stored
    if (refusal && refusal.until > now()) throw refusal.error
    try {
      const token = await fetchToken()
      if (token.value === rejected) insisted = token.value
      rejected = ''
      await store?.save(token)
      return token
    } catch (error) {
      if (error instanceof ApiError && error.errcode !== undefined) {
        refusal = { error, until: error.tryAgainAt?.getTime() ?? now() + restAfterRefusal }
      }
      throw error
    }
  }

  return {
    async take() {
      if (isFresh(current)) return current.value
      pending ??= renew().finally(() => {
        pending = undefined
      })
      current = await pending
      return current.value
    },
    reject(value) {
      if (value !== insisted) rejected = value
    },
  }
}
