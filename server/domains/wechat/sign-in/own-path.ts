const here = 'http://own.invalid'
const home = '/workbench/'

/**
 * A path of this host, from what somebody put into an address; the workbench for everything else. Another site would be
 * an open redirect, and behind /api there are no pages.
 */
export function ownPath(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || /[\\\p{Cc}]/u.test(wanted) || !URL.canParse(wanted, here)) return home
  const { origin, pathname, search, hash } = new URL(wanted, here)
  if (origin !== here || pathname.startsWith('//') || /^\/api(\/|$)/.test(pathname)) return home
  return `${pathname}${search}${hash}`
}

/** The sign-in page with a sentence of why, and where she wanted to go. */
export function doorPath(to: string, said: Record<string, string>): string {
  const within = to.startsWith('/workbench/') ? to.slice('/workbench'.length) : null
  const query = new URLSearchParams(said)
  if (within === null) query.set('then', to)
  else if (within !== '/') query.set('to', within)
  return `/workbench/sign-in?${query}`
}

/** The same page with one more thing in its query. */
export function pathWith(to: string, said: Record<string, string>): string {
  const url = new URL(to, here)
  for (const [name, value] of Object.entries(said)) url.searchParams.set(name, value)
  return `${url.pathname}${url.search}${url.hash}`
}
