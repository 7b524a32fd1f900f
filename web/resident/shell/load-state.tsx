import type { ReactNode } from 'react'
import { shellText } from '../text/shell.ts'
import { Link } from './link.tsx'
import { PhoneLink } from './phone-link.tsx'
import { pathTo } from './place.ts'
import { useVisit } from './station.ts'
import type { Loaded } from './use-loaded.ts'

/** Grey shapes while nothing is known yet. */
export function Skeleton() {
  return (
    <div className="skeleton" role="status" aria-label={shellText.loading}>
      <i />
      <i />
      <i />
    </div>
  )
}

/** It did not work: what was said, try again, and the number at which a person answers. */
export function Failure(props: { message: string; retry: () => void }) {
  return (
    <div className="card failure" role="alert">
      <p>{props.message}</p>
      <button type="button" className="button" onClick={props.retry}>
        {shellText.retry}
      </button>
      <OrCall />
    </div>
  )
}

/** What a link led to is no more, or was never hers: trying again would not help. */
function Gone() {
  return (
    <div className="card failure" role="alert">
      <p>{shellText.gone}</p>
      <Link to={pathTo()} className="button">
        {shellText.home}
      </Link>
      <OrCall />
    </div>
  )
}

function OrCall() {
  const station = useVisit().station
  if (!station?.phone) return null
  return (
    <p>
      {shellText.orCall} <PhoneLink number={station.phone} />
    </p>
  )
}

/** A list without entries says what it would hold. */
export function Empty(props: { children: ReactNode }) {
  return <div className="card empty">{props.children}</div>
}

/** A value once it is there; before that its skeleton or failure. An old value stays when a reload fails. */
export function Show<T>(props: { of: Loaded<T>; children: (value: T) => ReactNode }) {
  const { data, error, reload } = props.of
  if (data !== undefined) return <>{props.children(data)}</>
  if (error?.code === 'not_found') return <Gone />
  if (error) return <Failure message={error.message} retry={() => void reload()} />
  return <Skeleton />
}
