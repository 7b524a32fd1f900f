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

/** How many pages of ours lie behind this one: decides whether "back" can go back or must go home. */
const depth = () => (history.state as { depth?: number } | null)?.depth ?? 0

export function go(path: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState({ depth: depth() }, '', path)
  else history.pushState({ depth: depth() + 1 }, '', path)
  store.set(readPlace())
  window.scrollTo(0, 0)
}

export function goBack(): void {
  if (depth() > 0) history.back()
  else go(pathTo(), { replace: true })
}

window.addEventListener('popstate', () => store.set(readPlace()))
