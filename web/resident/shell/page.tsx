import { type ReactNode, useEffect } from 'react'
import { shellText } from '../text/shell.ts'
import { useVisit } from './station.ts'

/** The frame of a page: its heading and the title of the tab. */
export function Page(props: { title: string; children: ReactNode; note?: ReactNode }) {
  const station = useVisit().station
  useEffect(() => {
    document.title = `${props.title} · ${station?.name ?? shellText.product}`
  }, [props.title, station])
  return (
    <main className="page" id="content">
      <h1>{props.title}</h1>
      {props.note ? <div className="soft">{props.note}</div> : null}
      {props.children}
    </main>
  )
}
