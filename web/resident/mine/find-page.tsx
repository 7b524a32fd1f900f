import { useState } from 'react'
import { ApiError } from '../../api/fetch-json.ts'
import { openByCode } from '../../api/resident-access.ts'
import { Page } from '../shell/page.tsx'
import { PhoneLink } from '../shell/phone-link.tsx'
import { currentCode, go, pathTo } from '../shell/place.ts'
import { openVisit, useStation } from '../shell/station.ts'
import { mineText } from '../text/mine.ts'

/** Back to one's matters on a phone that does not know them: the saved link, or number and six digits. */
export function FindPage() {
  const station = useStation()
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [trouble, setTrouble] = useState('')
  const [busy, setBusy] = useState(false)
  async function open() {
    setBusy(true)
    setTrouble('')
    try {
      await openByCode({ stationCode: currentCode(), number: number.trim(), code: code.trim() })
      await openVisit()
      go(pathTo('mine'), { replace: true })
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error))
      setBusy(false)
    }
  }
  return (
    <Page title={mineText.findTitle}>
      <section className="card">
        <h2>{mineText.byLink}</h2>
        <p>{mineText.byLinkNote}</p>
      </section>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <h2>{mineText.byCode}</h2>
        <p>{mineText.byCodeNote}</p>
        {station.phone ? <PhoneLink number={station.phone} className="button outline" /> : null}
        <label>
          {mineText.number}
          <input value={number} maxLength={20} required onChange={(event) => setNumber(event.target.value)} />
        </label>
        <label>
          {mineText.code}
          <input
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9]{6}"
            maxLength={6}
            required
            onChange={(event) => setCode(event.target.value.replace(/[^0-9]/g, ''))}
          />
        </label>
        <p className="trouble" role="alert">
          {trouble}
        </p>
        <button type="submit" className="button wide" disabled={busy}>
          {mineText.open}
        </button>
      </form>
    </Page>
  )
}
