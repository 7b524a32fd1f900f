import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type PreviewedYear, readHolidayYear, saveHolidays } from '../../api/public-holidays.ts'
import { holidayText } from '../../ui/text/workbench/holidays.ts'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { saveAsFile } from './save-as-file.ts'
import { shortDay } from './short-day.ts'

type Known = PreviewedYear['changes'][number]['before']

/** One year of a list: day by day what it is now and what it would be. */
export function HolidayChanges({ year: given, onSaved }: { year: PreviewedYear; onSaved: () => void }) {
  const { year, official, officialNow, days, changes, booked } = given
  const former = useQuery({ queryKey: ['calendar', 'holidays', year], queryFn: () => readHolidayYear(year) })
  const save = useDeed(() => saveHolidays({ year, official, days }), {
    said: holidayText.saved(year),
    touches: [['calendar'], ['slots']],
    onDone: onSaved,
  })
  const same = changes.length === 0
  if (same && official === officialNow)
    return (
      <Card title={holidayText.year(year)}>
        <p className="quiet">{holidayText.noChange}</p>
      </Card>
    )
  return (
    <Card title={`${holidayText.year(year)} · ${official ? holidayText.official : holidayText.notOfficial}`}>
      {same && <p>{official ? holidayText.becomesOfficial : holidayText.becomesProvisional}</p>}
      {!same && (
        <table className="list-table holiday-changes">
          <thead>
            <tr>
              <th>{holidayText.day}</th>
              <th>{holidayText.before}</th>
              <th>{holidayText.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ day, before, after }) => (
              <tr key={day}>
                <td className="numbers">{shortDay(day)}</td>
                <td>{say(before)}</td>
                <td>
                  <span className="only-phone">→ </span>
                  <b>{say(after)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {booked > 0 && (
        <Alert className="gap-above" type="warning" showIcon title={holidayText.booked(booked)} />
      )}
      <div className="button-row gap-above">
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
          {holidayText.save(year)}
        </Button>
        {former.data && former.data.days.length > 0 && (
          <Button onClick={() => saveAsFile(former.data)}>{holidayText.keepFormer}</Button>
        )}
      </div>
    </Card>
  )
}

function say(known: Known): string {
  return known ? `${holidayText[known.kind]} · ${known.name}` : holidayText.plain
}
