const storedName = 'recent-searches'
const most = 8

/** What was looked for in this session of the browser: never on the server, and gone with the sign-out. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storedName) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}

export function keepSearch(text: string): void {
  const words = text.trim()
  if (words === '') return
  store([words, ...recentSearches().filter((each) => each !== words)].slice(0, most))
}

export const forgetSearches = () => store([])

function store(list: string[]): void {
  try {
    sessionStorage.setItem(storedName, JSON.stringify(list))
  } catch {
    // A browser without storage searches as well.
  }
}
