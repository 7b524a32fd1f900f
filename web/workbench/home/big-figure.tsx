import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** A number that opens the list it counts, with one line beneath it. */
export function BigFigure(props: {
  to: string
  label: string
  value: number
  tone?: 'amber' | 'red' | undefined
  children: ReactNode
}) {
  return (
    <section className={`big-figure ${props.tone ?? ''}`}>
      <Link to={props.to} className="big-figure-link">
        <span className="big-figure-label">{props.label}</span>
        <strong>{props.value}</strong>
      </Link>
      <div className="big-figure-foot">{props.children}</div>
    </section>
  )
}
