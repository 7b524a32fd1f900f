import { type ReactNode, useEffect } from 'react'
import { shellText } from '../text/shell.ts'
import { useVisit } from './station.ts'
import { useArrival } from './use-arrival.ts'

/** The frame of a page: its heading and the title of the tab. */
export function Page(props: { title: string; children: ReactNode; note?: ReactNode }) {
  const station = useVisit().station
  const heading = useArrival()
  useEffect(() => {
    document.title = [...new Set([props.title, station?.name ?? shellText.product])].join(' · ')
  }, [props.title, station])
  return (
    <main className="page" id="content">
      <h1 ref={heading} tabIndex={-1}>
        {props.title}
      </h1>
      {props.note ? <div className="soft">{props.note}</div> : null}
      {props.children}
    </main>
  )
}
