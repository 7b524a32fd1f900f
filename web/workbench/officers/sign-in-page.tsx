import { useEffect, useRef, useState } from 'react'
import { type Me, readSetup } from '../../api/officers.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'
import { refusalOf, wecomDoorText } from '../../ui/text/workbench/wecom-door.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { SignInForm } from './sign-in-form.tsx'
import { WecomCodeForm } from './wecom-code-form.tsx'
import { WecomDoor } from './wecom-door.tsx'

type Ways = { onDone: (me: Me) => Promise<void>; onSetup: () => void }

/** Stands before the app has come, so it is made without the component library. `onSetup`: there is no station yet. */
export function SignInPage({ onDone, onSetup }: Ways) {
  usePageTitle(sessionText.title)
  const toSetup = useRef(onSetup)
  useEffect(() => {
    // Without an answer there is a station, as nearly always.
    readSetup().then(
      ({ needed }) => needed && toSetup.current(),
      () => {},
    )
  }, [])
  const [asksCode, setAsksCode] = useState(new URLSearchParams(location.search).get('wecom') === 'code')
  const refusal = refusalOf(location.search)
  if (asksCode)
    return (
      <main className="door">
        <section className="door-card">
          <h1 className="door-title">{wecomDoorText.codeTitle}</h1>
          <p className="quiet">{wecomDoorText.codeWelcome}</p>
          <WecomCodeForm onDone={onDone} onBack={() => setAsksCode(false)} />
        </section>
      </main>
    )
  return (
    <main className="door">
      <section className="door-card">
        <h1 className="door-title">{commonText.product}</h1>
        <p className="quiet">{sessionText.welcome}</p>
        {refusal && (
          <p className="sign-in-refused gap-below" role="alert">
            {refusal}
          </p>
        )}
        <SignInForm onDone={onDone} />
        <WecomDoor />
        <p className="quiet door-foot">{sessionText.lost}</p>
      </section>
    </main>
  )
}
