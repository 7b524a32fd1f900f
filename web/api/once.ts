import { clientKey } from './client-key.ts'

type Deed = { key: string; since: number; running?: Promise<unknown> }

/** Longer ago than this, the same request is a new wish and not a second try of the old one. */
const sameTryMs = 10 * 60_000
const most = 100

/**
 * Gives every change a key, so that no page has to think of it. While one runs, the same again is the one that runs:
 * a second tap does nothing. When its answer never came (`unsure` of the error), the same again within ten minutes
 * is a second try and carries the first one's key: the server does it once and repeats its first answer.
 */
export function createDeeds(unsure: (error: unknown) => boolean, now = () => Date.now()) {
  const deeds = new Map<string, Deed>()

  function forgetOld(): void {
    for (const [signature, { since, running }] of deeds)
      if (!running && (now() - since > sameTryMs || deeds.size > most)) deeds.delete(signature)
  }

  return function once<T>(signature: string, run: (key: string) => Promise<T>): Promise<T> {
    forgetOld()
    const known = deeds.get(signature)
    if (known?.running) return known.running as Promise<T>
    const deed: Deed = known ?? { key: clientKey(), since: now() }
    const running = run(deed.key).then(
      (answer) => {
        deeds.delete(signature)
        return answer
      },
      (error) => {
        if (unsure(error)) delete deed.running
        else deeds.delete(signature)
        throw error
      },
    )
    deed.running = running
    deeds.set(signature, deed)
    return running
  }
}
