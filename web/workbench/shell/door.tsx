import { useCallback, useEffect, useState } from 'react'
import { ApiError } from '../../api/fetch-json.ts'
import { type Me, readSession } from '../../api/officers.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { SignInPage } from '../officers/sign-in-page.tsx'
import { DoorNotice } from './door-notice.tsx'
import { isDoor, isSetup, signInPath, wantedElsewhere, wantedPath } from './door-paths.ts'
import { keepHint, likelySignedIn, takeEarlySession } from './early-session.ts'
import { fetchApp, fetchAppWhenIdle } from './fetch-app.ts'
import { Opening } from './opening.tsx'

type State =
  | { at: 'opening' | 'sign-in' | 'unfetched' }
  | { at: 'unanswered'; error: ApiError }
  | { at: 'inside'; App: Awaited<ReturnType<typeof fetchApp>>['App']; me: Me | null }

const askAgainMs = 10_000

/**
 * What comes before the app, and is small: it asks who is signed in, lets those in who are, and shows the others the
 * sign-in form long before the app has come.
 */
export function Door() {
  const [state, setState] = useState<State>({ at: isDoor(location.pathname) ? 'sign-in' : 'opening' })

  const letIn = useCallback(async (me: Me | null) => {
    try {
      const { App } = await fetchApp()
      setState({ at: 'inside', App, me })
    } catch {
      setState({ at: 'unfetched' })
    }
  }, [])

  const ask = useCallback(async () => {
    try {
      const me = await whoIsThere()
      keepHint(me !== null)
      if (me) return await letIn(me)
      history.replaceState(null, '', signInPath(location))
      setState({ at: 'sign-in' })
    } catch (error) {
      setState({ at: 'unanswered', error: error as ApiError })
    }
  }, [letIn])

  useEffect(() => {
    if (isDoor(location.pathname)) return
    if (isSetup(location.pathname)) return void letIn(null)
    if (likelySignedIn) void fetchApp().catch(() => {})
    void ask()
  }, [ask, letIn])

  useEffect(() => (state.at === 'sign-in' ? fetchAppWhenIdle() : undefined), [state.at])

  useEffect(() => {
    if (state.at !== 'unanswered') return
    const timer = setTimeout(ask, askAgainMs)
    window.addEventListener('online', ask)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', ask)
    }
  }, [state, ask])

  const enter = (path: string, me: Me | null) => {
    history.replaceState(null, '', path)
    return letIn(me)
  }
  switch (state.at) {
    case 'inside':
      return <state.App me={state.me} />
    case 'opening':
      return <Opening />
    case 'sign-in':
      return (
        <SignInPage
          onDone={async (me) => {
            keepHint(true)
            const elsewhere = wantedElsewhere(location.search)
            if (elsewhere) return location.replace(elsewhere)
            return enter(wantedPath(location.search), me)
          }}
          onSetup={() => enter('/workbench/setup', null)}
        />
      )
    case 'unanswered':
      return <Unanswered error={state.error} onRetry={ask} />
    case 'unfetched':
      return <Unfetched />
  }
}

/** Null: nobody is signed in. Throws where the server cannot say. */
async function whoIsThere(): Promise<Me | null> {
  const early = await takeEarlySession()
  if (early) return early.me
  try {
    return await readSession()
  } catch (error) {
    if (error instanceof ApiError && error.code === 'unauthenticated') return null
    throw error
  }
}

function Unanswered({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const offline = error.code === 'offline'
  return (
    <DoorNotice
      title={offline ? commonText.offlineTitle : commonText.failedToLoad}
      hint={offline ? commonText.offlineHint : error.message}
      deed={commonText.retry}
      onDeed={onRetry}
    />
  )
}

/** The app's files did not come: the network went, or an update of the server has other ones. */
function Unfetched() {
  const offline = !navigator.onLine
  return (
    <DoorNotice
      title={offline ? commonText.offlineTitle : commonText.newVersion}
      {...(offline ? { hint: commonText.offlineHint } : {})}
      deed={commonText.reload}
      onDeed={() => location.reload()}
    />
  )
}
