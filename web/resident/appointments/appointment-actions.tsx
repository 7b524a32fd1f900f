import { useState } from 'react'
import { ApiError } from '../../api/fetch-json.ts'
import {
  cancelOwnAppointment,
  moveOwnAppointment,
  type ResidentAppointment,
  type Slot,
} from '../../api/resident-appointments.ts'
import { bookingText } from '../text/booking.ts'
import { shellText } from '../text/shell.ts'
import { saveCalendarEntry } from './calendar-entry.ts'
import { SlotPicker, TimeButtons, whenText } from './slot-picker.tsx'
import { nextFreeOf } from './taken.ts'

/** Into the phone's calendar, another time, or not at all; the last two with a second tap. */
export function AppointmentActions(props: { appointment: ResidentAppointment; reload: () => Promise<void> }) {
  const { appointment, reload } = props
  const [doing, setDoing] = useState<'move' | 'cancel' | null>(null)
  const [slot, setSlot] = useState<Slot | null>(null)
  const [offered, setOffered] = useState<Slot[]>([])
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')

  async function act(deed: () => Promise<unknown>, done: string) {
    setBusy(true)
    setSaid('')
    try {
      await deed()
      setDoing(null)
      setSlot(null)
      setOffered([])
      setSaid(done)
      await reload()
    } catch (error) {
      setOffered(nextFreeOf(error) ?? [])
      setSaid(error instanceof ApiError ? error.message : String(error))
    }
    setBusy(false)
  }
  return (
    <div className="composer no-print">
      <p role="status">{said}</p>
      {doing === null ? (
        <>
          <button
            type="button"
            className="button outline wide"
            onClick={() => saveCalendarEntry(appointment)}
          >
            {bookingText.calendar}
          </button>
          <button type="button" className="button outline wide" onClick={() => setDoing('move')}>
            {bookingText.move}
          </button>
          <button type="button" className="button red wide" onClick={() => setDoing('cancel')}>
            {bookingText.cancel}
          </button>
        </>
      ) : null}
      {doing === 'move' ? (
        <>
          <SlotPicker slug={appointment.guide.slug} moving={appointment.id} chosen={slot} choose={setSlot} />
          {offered.length > 0 ? <TimeButtons slots={offered} chosen={slot} choose={setSlot} days /> : null}
          <button
            type="button"
            className="button wide"
            disabled={!slot || busy}
            onClick={() =>
              slot && void act(() => moveOwnAppointment(appointment.id, slot.startsAt), bookingText.moved)
            }
          >
            {slot ? bookingText.moveTo(whenText(slot.startsAt)) : bookingText.time}
          </button>
        </>
      ) : null}
      {doing === 'cancel' ? (
        <div className="card" role="alert">
          <p>{bookingText.cancelSure}</p>
          <button
            type="button"
            className="button red wide"
            disabled={busy}
            onClick={() => void act(() => cancelOwnAppointment(appointment.id), bookingText.cancelled)}
          >
            {bookingText.cancelYes}
          </button>
        </div>
      ) : null}
      {doing ? (
        <button type="button" className="button outline wide" onClick={() => setDoing(null)}>
          {doing === 'cancel' ? bookingText.keep : shellText.cancel}
        </button>
      ) : null}
    </div>
  )
}
