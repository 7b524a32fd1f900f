import { useState } from 'react'
import { clientKey } from '../../api/client-key.ts'
import { ApiError } from '../../api/fetch-json.ts'
import type { Answered, Slot } from '../../api/resident-appointments.ts'
import { changeAboutMe, useAboutMe } from '../mine/about-me.ts'
import { Link } from '../shell/link.tsx'
import { go, pathTo } from '../shell/place.ts'
import { bookingText } from '../text/booking.ts'
import { book } from './book.ts'
import { SlotPicker, TimeButtons, whenText } from './slot-picker.tsx'
import { nextFreeOf, standingOf } from './taken.ts'

/** Taken from the page while she was choosing: the station's words for what is missing would tell her nothing. */
const troubleOf = (error: unknown) =>
  !(error instanceof ApiError)
    ? String(error)
    : error.code === 'not_found'
      ? bookingText.notNow
      : error.message

/** Day, time, who: nothing is booked before the last button, which says what it books. */
export function BookingForm(props: { slug: string; talk: string; answered: Answered | undefined }) {
  const me = useAboutMe()
  const [slot, setSlot] = useState<Slot | null>(null)
  const [key, setKey] = useState(clientKey)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const [standing, setStanding] = useState('')
  const [offered, setOffered] = useState<Slot[]>([])

  function choose(next: Slot | null) {
    setSlot(next)
    setOffered((current) => (next && current.includes(next) ? current : []))
    // Another time is another booking; the same time tried again is the same one.
    setKey(clientKey())
    setTrouble('')
  }
  async function send() {
    if (!slot) return
    const [name, phone] = [me.name.trim(), me.phone.trim()]
    if (!name) return setTrouble(bookingText.nameMissing)
    if (!phone) return setTrouble(bookingText.phoneMissing)
    setBusy(true)
    setTrouble('')
    try {
      const body = {
        ...{ guideSlug: props.slug, startsAt: slot.startsAt, name, phone, clientKey: key },
        ...(props.talk ? { conversationId: props.talk } : {}),
        ...(props.answered ? { answered: props.answered } : {}),
      }
      const { id } = await book(body)
      go(`${pathTo('appointments', id)}?new=1`, { replace: true })
    } catch (error) {
      const nextFree = nextFreeOf(error)
      setOffered(nextFree ?? [])
      setStanding(standingOf(error))
      if (nextFree) setSlot(null)
      else setTrouble(troubleOf(error))
      setBusy(false)
    }
  }
  return (
    <>
      <SlotPicker slug={props.slug} chosen={slot} choose={choose} />
      {offered.length > 0 ? (
        <div className="notice" role="alert">
          <p>{bookingText.taken}</p>
          <TimeButtons slots={offered} chosen={slot} choose={choose} days />
        </div>
      ) : null}
      {slot ? (
        <form
          className="composer"
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <h2>{bookingText.who}</h2>
          <label>
            {bookingText.name}
            <input
              value={me.name}
              maxLength={30}
              autoComplete="name"
              onChange={(event) => changeAboutMe({ name: event.target.value })}
            />
          </label>
          <label>
            {bookingText.phone}
            <input
              value={me.phone}
              type="tel"
              maxLength={20}
              autoComplete="tel"
              onChange={(event) => changeAboutMe({ phone: event.target.value.replace(/[^0-9+ -]/g, '') })}
            />
          </label>
          <p className="trouble" role="alert">
            {trouble}
          </p>
          {standing ? (
            <Link to={pathTo('appointments', standing)} className="button outline wide">
              {bookingText.seeStanding}
            </Link>
          ) : null}
          <button type="submit" className="button wide" disabled={busy}>
            {busy ? bookingText.booking : bookingText.book(whenText(slot.startsAt))}
          </button>
        </form>
      ) : null}
    </>
  )
}
