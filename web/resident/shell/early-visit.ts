import type { VisitAnswer } from '../../../contract/residents.ts'

const waitMs = 30_000

/**
 * The first visit, begun while the large scripts are still on their way: index.html loads this file by itself, before
 * everything else, so it must import nothing. Null where it did not go well; then it is done again in full.
 */
const begun: { code: string; answer: Promise<VisitAnswer | null> } | null = begin()

function begin() {
  const [door, code, page] = location.pathname.split('/').filter(Boolean)
  // A preview is nobody's visit.
  // A saved link decides whose phone this is: it must come before the visit makes a new contact.
  if (door !== 'r' || !code || !/^\d+$/.test(code) || page === 'k' || page === 'preview') return null
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), waitMs)
  const answer = fetch('/api/resident/visit', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ stationCode: code }),
    signal: control.signal,
  })
    .then((said) => (said.ok ? (said.json() as Promise<VisitAnswer>) : null))
    .catch(() => null)
  void answer.then(() => clearTimeout(timer))
  return { code, answer }
}

let taken = false

/** The answer to the early visit of this station, once: whoever asks later wants to know it now. */
export async function takeEarlyVisit(code: string): Promise<VisitAnswer | null> {
  if (taken || begun?.code !== code) return null
  taken = true
  return begun.answer
}
