import { useState } from 'react'
import { ApiError } from '../../api/fetch-json.ts'
import { type OwnConsents, readOwnConsents, sayOwnConsent } from '../../api/resident-consents.ts'
import { Show } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { PhoneLink } from '../shell/phone-link.tsx'
import { useStation } from '../shell/station.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { consentsText, purposeNotes, purposeTitles } from '../text/consents.ts'
import './consents.css'

type Line = OwnConsents['items'][number]

/** What the resident lets the station contact her about: a no is one tap, as the yes is. */
export function ConsentsPage() {
  const all = useLoaded('consents', readOwnConsents)
  const { phone } = useStation()
  return (
    <Page title={consentsText.title} note={consentsText.note}>
      <Show of={all}>
        {({ known, items }) => (
          <>
            {items.map((line) => (
              <Decision key={line.purpose} of={line} onSaid={() => all.reload()} />
            ))}
            {known ? null : <p className="soft">{consentsText.unknown}</p>}
          </>
        )}
      </Show>
      <p className="soft">{consentsText.duty}</p>
      {phone ? <PhoneLink number={phone} className="button outline wide" /> : null}
    </Page>
  )
}

function Decision(props: { of: Line; onSaid: () => Promise<void> }) {
  const { purpose, allowed } = props.of
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  async function decide(yes: boolean) {
    setBusy(true)
    setTrouble('')
    try {
      await sayOwnConsent({ purpose, allowed: yes })
      await props.onSaid()
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error))
    }
    setBusy(false)
  }
  const choice = (yes: boolean) => (
    <button
      type="button"
      className={`button ${allowed === yes ? 'chosen' : 'outline'}`}
      aria-pressed={allowed === yes}
      disabled={busy}
      onClick={() => void decide(yes)}
    >
      {yes ? consentsText.allowed : consentsText.refused}
    </button>
  )
  return (
    <section className="card" aria-label={purposeTitles[purpose]}>
      <h2>{purposeTitles[purpose]}</h2>
      <p className="soft">{purposeNotes[purpose]}</p>
      <div className="decision">
        {choice(true)}
        {choice(false)}
      </div>
      <p className="soft" role="status">
        {busy ? consentsText.saying : allowed === null ? consentsText.open : ''}
      </p>
      <p className="trouble" role="alert">
        {trouble}
      </p>
    </section>
  )
}
