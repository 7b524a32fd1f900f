import { type ComponentProps, useId } from 'react'

type Props = ComponentProps<'input'> & { label: string; hint?: string; problem?: string }

/** A field of the sign-in form with its name above it and what is wrong with it below. */
export function SignInField({ label, hint, problem, children, ...input }: Props) {
  const id = useId()
  const note = problem ?? hint
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <div className={problem ? 'sign-in-field wrong' : 'sign-in-field'}>
        <input
          id={id}
          type="text"
          aria-invalid={problem ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          {...input}
        />
        {children}
      </div>
      {note && (
        <p id={`${id}-note`} className={problem ? 'sign-in-note wrong' : 'sign-in-note'}>
          {note}
        </p>
      )}
    </div>
  )
}
