import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Outlet } from 'react-router'
import { PasswordDueForm } from './password-due-form.tsx'
import { SignedOutDialog } from './signed-out-dialog.tsx'
import { sessionQuery } from './use-me.ts'

/** Keeps an eye on the session of whom the door let in. */
export function SessionGate() {
  const { data, refetch } = useQuery({ ...sessionQuery, enabled: ({ state }) => state.data !== undefined })
  const known = data !== undefined
  useEffect(() => {
    // Whoever comes here from the set-up page: only the door lets people in.
    if (!known) location.reload()
  }, [known])
  if (!data) return null
  if (data.passwordChangeDue) return <PasswordDueForm onDone={() => void refetch()} />
  return (
    <>
      <Outlet />
      <SignedOutDialog me={data} />
    </>
  )
}
