import { Suspense, useEffect } from 'react'
import { Navigate, Outlet, useLocation, useNavigation } from 'react-router'
import { shellText } from '../../ui/text/workbench/shell.ts'
import { useMay, useMe } from '../officers/use-me.ts'
import { fetchDailyPages } from './fetch-daily-pages.ts'
import { useLiveFeed } from './live-feed.ts'
import { MainNav } from './main-nav.tsx'
import { TopBar } from './top-bar.tsx'

/** The frame around every page of a signed-in person. */
export function Shell() {
  const { signedInAt, officer } = useMe()
  const may = useMay()
  const { state } = useNavigation()
  const { pathname } = useLocation()
  useEffect(fetchDailyPages, [])
  useLiveFeed(`${officer.id} ${signedInAt}`)
  // Those who may not read residents' matters start where their work is.
  if (pathname === '/' && !may('conversations.read')) return <Navigate to="/settings" replace />
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {shellText.skip}
      </a>
      <TopBar />
      <MainNav />
      <main id="content" className="content" tabIndex={-1}>
        {state === 'loading' && (
          <div className="page-loading" role="progressbar" aria-label={shellText.connecting} />
        )}
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}
