import { useState } from 'react'
import { ApiError } from '../../api/fetch-json.ts'
import { listOwnReads, type OwnReads } from '../../api/resident-reads.ts'
import { dayText } from '../../ui/time.ts'
import { Empty, Show } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { PhoneLink } from '../shell/phone-link.tsx'
import { useStation } from '../shell/station.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { readsText } from '../text/reads.ts'
import { ReadLine } from './read-line.tsx'
import './reads.css'

/** Who looked at this resident's matters, day by day. */
export function ReadsPage() {
  const first = useLoaded('reads', () => listOwnReads())
  const { phone } = useStation()
  return (
    <Page title={readsText.title} note={readsText.note}>
      <Show of={first}>
        {(page) =>
          page.items.length === 0 ? <Empty>{readsText.none}</Empty> : <Days key={page.next} first={page} />
        }
      </Show>
      <p className="soft">{readsText.ask}</p>
      {phone ? <PhoneLink number={phone} className="button outline wide" /> : null}
    </Page>
  )
}

function Days(props: { first: OwnReads }) {
  const [older, setOlder] = useState<OwnReads>({ items: [], next: props.first.next })
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const lines = [...props.first.items, ...older.items]
  const days = [...new Set(lines.map(({ day }) => day))]

  async function goOn(after: string) {
    setBusy(true)
    setTrouble('')
    try {
      const page = await listOwnReads(after)
      setOlder({ items: [...older.items, ...page.items], next: page.next })
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error))
    }
    setBusy(false)
  }
  const { next } = older
  return (
    <>
      {days.map((day) => (
        <section key={day} className="reads-day">
          <h2>{dayText(day)}</h2>
          <ul className="rows">
            {lines
              .filter((line) => line.day === day)
              .map((line) => (
                <ReadLine key={line.firstAt + line.officerName} of={line} />
              ))}
          </ul>
        </section>
      ))}
      <p className="trouble" role="alert">
        {trouble}
      </p>
      {next ? (
        <button type="button" className="button outline wide" disabled={busy} onClick={() => void goOn(next)}>
          {busy ? readsText.loadingOlder : readsText.older}
        </button>
      ) : null}
    </>
  )
}
