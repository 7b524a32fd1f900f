import { useState } from 'react'
import { listPublicSlots, type Slot, type SlotDay } from '../../api/resident-appointments.ts'
import { clockTime, dayText, stationDay } from '../../ui/time.ts'
import { Empty, Show } from '../shell/load-state.tsx'
import { currentCode } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { bookingText } from '../text/booking.ts'

const firstDays = 8
const allDays = 30

/** First a day, then a time of it. Days without a time stay visible with the reason. */
export function SlotPicker(props: {
  slug: string
  /** The appointment that is to be moved. */
  moving?: string
  chosen: Slot | null
  choose: (slot: Slot | null) => void
}) {
  const [days, setDays] = useState(firstDays)
  const [day, setDay] = useState('')
  const slots = useLoaded(`slots.${props.slug}.${days}`, () =>
    listPublicSlots(currentCode(), props.slug, days, props.moving),
  )
  return (
    <Show of={slots}>
      {(found) => {
        const open = found.days.find((each) => each.day === day)
        return (
          <>
            <h2>{bookingText.day}</h2>
            <div className="days">
              {found.days.map((each) => (
                <DayButton
                  key={each.day}
                  day={each}
                  chosen={each.day === day}
                  choose={() => {
                    setDay(each.day)
                    props.choose(null)
                  }}
                />
              ))}
            </div>
            {days < allDays ? (
              <button type="button" className="button outline" onClick={() => setDays(allDays)}>
                {bookingText.later}
              </button>
            ) : null}
            {days === allDays && !found.days.some((each) => freeOf(each).length > 0) ? (
              <Empty>{bookingText.noDays}</Empty>
            ) : null}
            {open ? (
              <>
                <h2>{bookingText.time}</h2>
                <TimeButtons slots={freeOf(open)} chosen={props.chosen} choose={props.choose} />
              </>
            ) : null}
          </>
        )
      }}
    </Show>
  )
}

const freeOf = (day: SlotDay) => day.slots.filter((slot) => slot.free > 0)

function DayButton(props: { day: SlotDay; chosen: boolean; choose: () => void }) {
  const { day, open, name } = props.day
  const free = freeOf(props.day).length
  const [date = '', weekday = ''] = dayText(day).split(' ')
  return (
    <button
      type="button"
      className={props.chosen ? 'button day chosen' : 'button outline day'}
      disabled={free === 0}
      aria-pressed={props.chosen}
      onClick={props.choose}
    >
      <b>{weekday}</b>
      <span>{date}</span>
      {name ? <span className="name">{name}</span> : null}
      <span className="count">
        {free > 0 ? bookingText.free(free) : open ? bookingText.full : name ? '' : bookingText.closed}
      </span>
    </button>
  )
}

/** The free times as buttons, in the order of the day. */
export function TimeButtons(props: {
  slots: Slot[]
  chosen: Slot | null
  choose: (slot: Slot) => void
  days?: boolean
}) {
  if (props.slots.length === 0) return <Empty>{bookingText.noTime}</Empty>
  return (
    <div className="row">
      {props.slots.map((slot) => {
        const chosen = props.chosen?.startsAt === slot.startsAt
        return (
          <button
            key={slot.startsAt}
            type="button"
            className={chosen ? 'button chosen' : 'button outline'}
            aria-pressed={chosen}
            onClick={() => props.choose(slot)}
          >
            {props.days ? whenText(slot.startsAt) : clockTime(slot.startsAt)}
          </button>
        )
      })}
    </div>
  )
}

/** '11月25日 周三 09:30' */
export const whenText = (at: string) => `${dayText(stationDay(at))} ${clockTime(at)}`
