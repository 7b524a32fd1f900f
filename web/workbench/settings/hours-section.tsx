import { useQuery } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { type OpeningSpan, readOpeningHours, setOpeningHours } from '../../api/appointments.ts'
import { timeText } from '../../ui/text/time.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { ClosuresCard } from './closures-card.tsx'
import { CountersCard } from './counters-card.tsx'
import './settings.css'

const weekdays = [1, 2, 3, 4, 5, 6, 7]

/** The week of the counter: as many stretches a day as there are, so that a lunch break is simply a gap. */
export function HoursSection() {
  const query = useQuery({ queryKey: ['opening-hours'], queryFn: readOpeningHours })
  return (
    <>
      <Card title={settingsText.hours}>
        <Loaded query={query}>{({ spans }) => <Week key={JSON.stringify(spans)} saved={spans} />}</Loaded>
      </Card>
      <ClosuresCard />
      <CountersCard />
    </>
  )
}

function Week({ saved }: { saved: OpeningSpan[] }) {
  const may = useMay()
  const { message } = App.useApp()
  const edit = may('calendar.configure')
  const [spans, setSpans] = useState(() => saved.map((span, key) => ({ ...span, key })))
  const save = useDeed(() => setOpeningHours(spans.map(({ key: _key, ...span }) => span)), {
    said: commonText.saved,
    touches: [['opening-hours'], ['slots'], ['calendar']],
  })
  const change = (key: number, fields: Partial<OpeningSpan>) =>
    setSpans(spans.map((span) => (span.key === key ? { ...span, ...fields } : span)))
  const saveChecked = () => {
    const wrong = spans.find(({ opens, closes }) => !opens || !closes || opens >= closes)
    if (wrong) message.warning(settingsText.spanWrong(timeText.weekday(wrong.weekday % 7)), 5)
    else save.mutate()
  }
  return (
    <>
      {weekdays.map((weekday) => {
        const own = spans
          .filter((span) => span.weekday === weekday)
          .toSorted((a, b) => a.opens.localeCompare(b.opens))
        const name = timeText.weekday(weekday % 7)
        return (
          <div key={weekday} className="span-row">
            <span className="weekday">{name}</span>
            {own.length === 0 && <span className="quiet">{settingsText.closedDay}</span>}
            {!edit && own.map((span) => <span key={span.key}>{`${span.opens}–${span.closes}`}</span>)}
            {edit &&
              own.map((span) => (
                <span key={span.key} className="button-row">
                  <Input
                    type="time"
                    aria-label={`${name} ${settingsText.opens}`}
                    value={span.opens}
                    onChange={(event) => change(span.key, { opens: event.target.value })}
                  />
                  –
                  <Input
                    type="time"
                    aria-label={`${name} ${settingsText.closes}`}
                    value={span.closes}
                    onChange={(event) => change(span.key, { closes: event.target.value })}
                  />
                  <Button
                    size="small"
                    type="text"
                    aria-label={`${name} ${commonText.remove} ${span.opens}–${span.closes}`}
                    onClick={() => setSpans(spans.filter(({ key }) => key !== span.key))}
                  >
                    ×
                  </Button>
                </span>
              ))}
            {edit && (
              <Button
                size="small"
                type="dashed"
                aria-label={`${name} ${settingsText.addSpan}`}
                onClick={() =>
                  setSpans([
                    ...spans,
                    {
                      weekday,
                      opens: own.length ? '14:00' : '08:30',
                      closes: own.length ? '17:30' : '12:00',
                      key: Date.now(),
                    },
                  ])
                }
              >
                {settingsText.addSpan}
              </Button>
            )}
          </div>
        )
      })}
      {edit && (
        <>
          <p className="quiet">{settingsText.spanHint}</p>
          <Button type="primary" className="gap-above" loading={save.isPending} onClick={saveChecked}>
            {commonText.save}
          </Button>
        </>
      )}
    </>
  )
}
