import { isDoor, wantedPath } from './door-paths.ts'

let loading: Promise<typeof import('./app.tsx')> | null = null

/** Everything behind the door, once. A try that failed is forgotten, so that the next one asks again. */
export function fetchApp(): Promise<typeof import('./app.tsx')> {
  loading ??= import('./app.tsx').catch((error: unknown) => {
    loading = null
    throw error
  })
  const { pathname, search } = location
  // Most begin there, and its file would otherwise be asked for only when the app runs.
  if ((isDoor(pathname) ? wantedPath(search) : pathname) === '/workbench/')
    void import('../home/home-page.tsx').catch(() => {})
  return loading
}

/** The same while the page has nothing else to do. Returns how to leave it. */
export function fetchAppWhenIdle(): () => void {
  // Whoever needs it asks again and is told.
  const start = () => void fetchApp().catch(() => {})
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(start, 300)
    return () => clearTimeout(timer)
  }
  const waiting = requestIdleCallback(start, { timeout: 2000 })
  return () => cancelIdleCallback(waiting)
}
