import type { ReactNode } from 'react'
import { usePageTitle } from './use-page-title.ts'

/** A page with its heading, what can be done on it, and its contents. */
export function Page(props: {
  title: string
  tabTitle?: string
  actions?: ReactNode
  above?: ReactNode
  children: ReactNode
}) {
  usePageTitle(props.tabTitle ?? props.title)
  return (
    <div className="page">
      {props.above}
      <header className="page-head">
        <h1>{props.title}</h1>
        {props.actions && <div className="page-actions">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  )
}
