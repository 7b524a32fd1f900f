import type { MouseEvent, ReactNode } from 'react'
import { go } from './place.ts'

/** A link within the page; opening it in another tab and long presses stay the browser's. */
export function Link(props: { to: string; className?: string; replace?: boolean; children: ReactNode }) {
  function follow(event: MouseEvent) {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0)
      return
    event.preventDefault()
    go(props.to, { replace: props.replace ?? false })
  }
  return (
    <a href={props.to} className={props.className} onClick={follow}>
      {props.children}
    </a>
  )
}
