import { createStore } from '../../ui/create-store.ts'

/** Where we are: `/r/<code>/<parts…>?<query>`. */
export type Place = { code: string; parts: string[]; query: URLSearchParams }

function readPlace(): Place {
  const [, code = '', ...parts] = location.pathname.split('/').filter(Boolean).map(decodeURIComponent)
  return { code, parts, query: new URLSearchParams(location.search) }
}

const store = createStore(readPlace())
export const usePlace = store.use
export const currentCode = () => store.get().code

/** The address of a page of this station. */
export function pathTo(...parts: string[]): string {
  return `/r/${[currentCode(), ...parts].map(encodeURIComponent).join('/')}${parts.length ? '' : '/'}`
}

/** A word of this page kept in its address, so that it is there again when she comes back to it; empty takes it out. */
export function putInAddress(name: string, value: string): void {
  const address = new URL(location.href)
  if (value) address.searchParams.set(name, value)
  else address.searchParams.delete(name)
  if (address.href !== location.href) history.replaceState(history.state, '', address)
}

export const fromAddress = (name: string) => new URLSearchParams(location.search).get(name)

/**
 * The same for what nobody else may read: it stays with this page in the tab, and neither in the address that is written down
 * by browsers and proxies nor anywhere once the tab is closed.
 */
export function keepHere(value: string): void {
  history.replaceState({ ...history.state, kept: value }, '')
}
export const keptHere = () => (history.state as { kept?: string } | null)?.kept ?? ''

/** How many pages of ours lie behind this one: decides whether "back" can go back or must go home. */
const depth = () => (history.state as { depth?: number } | null)?.depth ?? 0

/** Whether she has come here from a page of ours. */
let moved = false
export const hasMoved = () => moved

export function go(path: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState({ depth: depth() }, '', path)
  else history.pushState({ depth: depth() + 1 }, '', path)
  moved = true
  store.set(readPlace())
  window.scrollTo(0, 0)
}

export function goBack(): void {
  if (depth() > 0) history.back()
  else go(pathTo(), { replace: true })
}

window.addEventListener('popstate', () => {
  moved = true
  store.set(readPlace())
})
