const app = '/workbench'
const here = 'http://door.invalid'

/** Where somebody who is not signed in goes; what she wanted to open comes along. */
export function signInPath({
  pathname,
  search,
  hash,
}: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  const wanted = `${pathname.slice(app.length) || '/'}${search}${hash}`
  return wanted === '/' ? `${app}/sign-in` : `${app}/sign-in?to=${encodeURIComponent(wanted)}`
}

/**
 * What she wanted to open, from the search of the sign-in page. Only a page of this app: an address of another site
 * would be an open redirect, and the resident's page is not hers.
 */
export function wantedPath(search: string): string {
  const to = new URLSearchParams(search).get('to')
  if (!to?.startsWith('/') || !URL.canParse(app + to, here)) return `${app}/`
  const { origin, pathname, search: query, hash } = new URL(app + to, here)
  const isOurs = origin === here && pathname.startsWith(`${app}/`) && !pathname.startsWith(`${app}//`)
  return isOurs && !isDoor(pathname) ? `${pathname}${query}${hash}` : `${app}/`
}

/** Another page of this host that sent her here to sign in, such as the sidebar in WeCom; null when there is none. */
export function wantedElsewhere(search: string): string | null {
  const then = new URLSearchParams(search).get('then')
  if (!then || !/^\/(?![/\\])/.test(then) || !URL.canParse(then, here)) return null
  const { origin, pathname, search: query, hash } = new URL(then, here)
  const isPage = origin === here && !pathname.startsWith('//') && !/^\/api(\/|$)/.test(pathname)
  return isPage ? `${pathname}${query}${hash}` : null
}

/** Whether this is the address of the sign-in page. */
export function isDoor(pathname: string): boolean {
  return /^\/workbench\/sign-in\/?$/.test(pathname)
}

/** Whether this is the page on which a station is made, which nobody has to sign in for. */
export function isSetup(pathname: string): boolean {
  return /^\/workbench\/setup\/?$/.test(pathname)
}
