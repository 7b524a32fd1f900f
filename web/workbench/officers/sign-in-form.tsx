import { type FormEvent, useRef, useState } from 'react'
import { type Me, signIn } from '../../api/officers.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'
import { SignInField } from './sign-in-field.tsx'

type Props = { username?: string; withCode?: boolean; onDone: (me: Me) => void | Promise<void> }

/**
 * User name, password, and the one-time code for those who use one. `username` fixed: the same person again. Its fields
 * are the browser's own, so what a password manager filled in before the script came counts.
 */
export function SignInForm({ username, withCode = false, onDone }: Props) {
  const [asksCode, setAsksCode] = useState(withCode)
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [missing, setMissing] = useState<string[]>([])
  const name = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const code = useRef<HTMLInputElement>(null)

  const enter = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const typed = {
      username: name.current?.value.trim() ?? '',
      password: password.current?.value ?? '',
      code: code.current?.value.trim() ?? '',
    }
    const empty = [typed.username ? '' : 'username', typed.password ? '' : 'password'].filter(Boolean)
    setMissing(empty)
    if (empty.length > 0) return (typed.username ? password : name).current?.focus()
    setBusy(true)
    setRefusal(null)
    try {
      await onDone(
        await signIn({
          username: typed.username,
          password: typed.password,
          ...(typed.code ? { code: typed.code } : {}),
        }),
      )
    } catch (error) {
      setRefusal((error as Error).message)
      password.current?.select()
    }
    setBusy(false)
  }
  const problem = (field: string) => (missing.includes(field) ? { problem: commonText.required } : {})
  return (
    <form className="sign-in" noValidate onSubmit={enter}>
      {refusal && (
        <p className="sign-in-refused" role="alert">
          {refusal}
        </p>
      )}
      <SignInField
        ref={name}
        label={sessionText.username}
        {...problem('username')}
        defaultValue={username}
        disabled={!!username}
        autoFocus={!username}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SignInField
        ref={password}
        label={sessionText.password}
        {...problem('password')}
        type={shown ? 'text' : 'password'}
        autoFocus={!!username}
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
      >
        <ShowPassword shown={shown} onChange={setShown} />
      </SignInField>
      {asksCode ? (
        <SignInField
          ref={code}
          label={sessionText.code}
          hint={sessionText.codeHint}
          autoFocus={!withCode}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={11}
        />
      ) : (
        <button type="button" className="sign-in-more" onClick={() => setAsksCode(true)}>
          {sessionText.codeLink}
        </button>
      )}
      <button type="submit" className="door-button" aria-busy={busy}>
        {busy && <i aria-hidden />}
        {sessionText.signIn}
      </button>
      <span className="only-heard" role="status">
        {busy && sessionText.opening}
      </span>
    </form>
  )
}

/** What stands in the field in letters, as long as she wants to see it. */
function ShowPassword({ shown, onChange }: { shown: boolean; onChange: (shown: boolean) => void }) {
  return (
    <button type="button" className="sign-in-eye" onClick={() => onChange(!shown)}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d="M2 12c2.5-4.5 6-7 10-7s7.5 2.5 10 7c-2.5 4.5-6 7-10 7s-7.5-2.5-10-7z" />
        <circle cx="12" cy="12" r="3" />
        {!shown && <path d="M4 4l16 16" />}
      </svg>
      <span className="only-heard">{shown ? sessionText.hidePassword : sessionText.showPassword}</span>
    </button>
  )
}
