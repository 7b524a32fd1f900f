import type { ReactNode } from 'react'
import { sidebarText } from '../../ui/text/sidebar.ts'
import type { Loaded } from './use-loaded.ts'

export function Skeleton() {
  return (
    <div className="skeleton" role="status" aria-label={sidebarText.loading}>
      <i />
      <i />
    </div>
  )
}

export function Failure(props: { message: string; retry?: (() => void) | undefined; children?: ReactNode }) {
  return (
    <div className="card failure" role="alert">
      <p>{props.message}</p>
      {props.retry ? (
        <button type="button" className="button outline" onClick={props.retry}>
          {sidebarText.retry}
        </button>
      ) : null}
      {props.children}
    </div>
  )
}

/** A value once it is there; before that its skeleton or failure. An old value stays when a reload fails. */
export function Show<T>(props: { of: Loaded<T>; children: (value: T) => ReactNode }) {
  const { data, error, reload } = props.of
  if (data !== undefined) return <>{props.children(data)}</>
  if (error) return <Failure message={error.message} retry={() => void reload()} />
  return <Skeleton />
}
