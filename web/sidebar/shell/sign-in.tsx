import { type FormEvent, useState } from 'react'
import { signIn } from '../../api/officers.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { Trouble } from './trouble.tsx'

/** With the password, in place: WeCom could not say who she is. */
export function SignIn({ onDone }: { onDone: () => void }) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState('')
  const enter = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const typed = new FormData(event.currentTarget)
    const of = (name: string) => String(typed.get(name) ?? '').trim()
    setBusy(true)
    setRefusal('')
    try {
      const code = of('code')
      await signIn({ username: of('username'), password: of('password'), ...(code ? { code } : {}) })
      onDone()
    } catch (error) {
      setRefusal((error as Error).message)
    }
    setBusy(false)
  }
  return (
    <main className="page">
      <h1>{sidebarText.signInTitle}</h1>
      <p className="soft">{sidebarText.signInHint}</p>
      <form className="form" onSubmit={enter}>
        <label>
          {sidebarText.username}
          <input name="username" autoComplete="username" autoCapitalize="none" required />
        </label>
        <label>
          {sidebarText.password}
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <label>
          {sidebarText.secondFactor}
          <input name="code" autoComplete="one-time-code" inputMode="numeric" maxLength={11} />
        </label>
        <Trouble of={refusal} />
        <button type="submit" className="button wide" disabled={busy}>
          {sidebarText.signIn}
        </button>
      </form>
    </main>
  )
}
