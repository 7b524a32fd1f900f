import { type FormEvent, useRef, useState } from 'react'
import type { Me } from '../../api/officers.ts'
import { giveWecomCode } from '../../api/wecom.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'
import { wecomDoorText } from '../../ui/text/workbench/wecom-door.ts'
import { SignInField } from './sign-in-field.tsx'

/** WeCom has said who it is; the account has one-time codes as well. */
export function WecomCodeForm({ onDone, onBack }: { onDone: (me: Me) => Promise<void>; onBack: () => void }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const code = useRef<HTMLInputElement>(null)
  const enter = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const typed = code.current?.value.trim() ?? ''
    if (typed.length < 6) {
      setProblem(typed ? sessionText.codeHint : commonText.required)
      return code.current?.focus()
    }
    setBusy(true)
    setProblem(null)
    try {
      await onDone(await giveWecomCode(typed))
    } catch (error) {
      setProblem((error as Error).message)
      code.current?.select()
    }
    setBusy(false)
  }
  return (
    <form className="sign-in" noValidate onSubmit={enter}>
      <SignInField
        ref={code}
        label={sessionText.code}
        hint={sessionText.codeHint}
        {...(problem && { problem })}
        autoFocus
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={11}
      />
      <button type="submit" className="door-button" aria-busy={busy}>
        {busy && <i aria-hidden />}
        {sessionText.signIn}
      </button>
      <button type="button" className="sign-in-more" onClick={onBack}>
        {wecomDoorText.back}
      </button>
    </form>
  )
}
