import { type ComponentType, useEffect, useState } from 'react'
import { shellText } from '../text/shell.ts'
import { Failure, Skeleton } from './load-state.tsx'
import { Page } from './page.tsx'

/** A page whose script comes when it is first opened; without network it says so instead of breaking. */
export function lazyPage<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined
  return function LazyPage(props: P) {
    const [, redraw] = useState(0)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      if (loaded) return
      load().then(
        (page) => {
          loaded = page
          redraw(1)
        },
        () => setFailed(true),
      )
    }, [])
    const Loaded = loaded
    if (Loaded) return <Loaded {...props} />
    // Some browsers remember a failed script for as long as the page lives.
    if (failed)
      return (
        <Page title={shellText.noNetwork}>
          <Failure message={shellText.noNetworkPage} retry={() => location.reload()} />
        </Page>
      )
    return (
      <main className="page">
        <Skeleton />
      </main>
    )
  }
}
