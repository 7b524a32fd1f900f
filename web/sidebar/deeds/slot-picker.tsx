import { useState } from 'react'
import { listSlots, type SlotDay } from '../../api/appointments.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { clockTime, dayText } from '../../ui/time.ts'
import { Show } from '../shell/load-state.tsx'
import { useLoaded } from '../shell/use-loaded.ts'

const daysAhead = 14
const freeOf = ({ slots }: SlotDay) => slots.filter(({ free }) => free > 0)

/** First a day that has free times, then one of them. */
export function SlotPicker(props: { slug: string; chosen: string; choose: (startsAt: string) => void }) {
  const [day, setDay] = useState('')
  const slots = useLoaded(`slots ${props.slug}`, () => listSlots({ guideSlug: props.slug, days: daysAhead }))
  return (
    <Show of={slots}>
      {({ days }) => {
        const open = days.filter((each) => freeOf(each).length > 0)
        if (open.length === 0) return <p className="card empty">{sidebarText.noDays}</p>
        const shown = open.find((each) => each.day === day) ?? open[0]!
        return (
          <>
            <fieldset>
              <legend>{sidebarText.day}</legend>
              <div className="chips">
                {open.map((each) => (
                  <button
                    key={each.day}
                    type="button"
                    className="chip"
                    aria-pressed={each === shown}
                    onClick={() => {
                      setDay(each.day)
                      props.choose('')
                    }}
                  >
                    {dayText(each.day)}
                  </button>
                ))}
              </div>
            </fieldset>
            <fieldset>
              <legend>{sidebarText.time}</legend>
              <div className="times">
                {freeOf(shown).map(({ startsAt }) => (
                  <button
                    key={startsAt}
                    type="button"
                    className="chip"
                    aria-pressed={props.chosen === startsAt}
                    onClick={() => props.choose(startsAt)}
                  >
                    {clockTime(startsAt)}
                  </button>
                ))}
              </div>
            </fieldset>
          </>
        )
      }}
    </Show>
  )
}
