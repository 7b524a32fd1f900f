import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { readSetup } from '../../api/officers.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'
import { queryClient, sessionEnded } from '../shell/query-client.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { SignInForm } from './sign-in-form.tsx'

export function SignInPage() {
  usePageTitle(sessionText.title)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { data: setup } = useQuery({ queryKey: ['setup'], queryFn: readSetup })
  if (setup?.needed) return <Navigate to="/setup" replace />
  const to = search.get('to')
  return (
    <main className="door">
      <section className="door-card">
        <h1 className="door-title">{commonText.product}</h1>
        <p className="quiet">{sessionText.welcome}</p>
        <SignInForm
          onDone={(me) => {
            sessionEnded.set(false)
            queryClient.clear()
            queryClient.setQueryData(['session'], me)
            // Only a path of this app: an address of another site would be an open redirect.
            navigate(to?.startsWith('/') && !to.startsWith('//') ? to : '/', { replace: true })
          }}
        />
        <p className="quiet door-foot">{sessionText.lost}</p>
      </section>
    </main>
  )
}
