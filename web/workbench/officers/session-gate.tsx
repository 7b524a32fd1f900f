import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { Navigate, Outlet, useLocation } from 'react-router'
import { ApiError } from '../../api/fetch-json.ts'
import { LoadFailure } from '../ui/load-failure.tsx'
import { PasswordDueForm } from './password-due-form.tsx'
import { SignedOutDialog } from './signed-out-dialog.tsx'
import { sessionQuery } from './use-me.ts'

/** Lets signed-in people in and remembers where the others wanted to go. */
export function SessionGate() {
  const { data, error, refetch } = useQuery(sessionQuery)
  const { pathname, search } = useLocation()
  if (data?.passwordChangeDue) return <PasswordDueForm onDone={() => void refetch()} />
  if (data) {
    return (
      <>
        <Outlet />
        <SignedOutDialog me={data} />
      </>
    )
  }
  if (error instanceof ApiError && error.code === 'unauthenticated') {
    const to = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`
    return <Navigate to={`/sign-in${to}`} replace />
  }
  if (error) return <LoadFailure error={error} onRetry={() => void refetch()} />
  return (
    <main className="door">
      <Skeleton active />
    </main>
  )
}
