import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { listShifts, removeShift, type Shift } from '../../api/officers.ts'
import { shiftWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { addDays, clockTime, dayText, mondayOf, stationDay } from '../../ui/time.ts'
import { useMay, useOfficers } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { ShiftDialog } from './shift-dialog.tsx'
import './settings.css'

/** The week: one line a person, one column a day. */
export function DutySection() {
  const may = useMay()
  const officers = useOfficers()
  const [from, setFrom] = useState(mondayOf(stationDay()))
  const [planning, setPlanning] = useState<{ officerId?: string; day?: string }>()
  const query = useQuery({ queryKey: ['shifts', from], queryFn: () => listShifts(from, 7) })
  const remove = useDeed(removeShift, { touches: [['shifts'], ['officers'], ['home']] })
  const days = Array.from({ length: 7 }, (_, index) => addDays(from, index))
  const manage = may('officers.manage')
  const people = officers.filter(
    ({ suspendedAt, role }) => !suspendedAt && role !== 'auditor' && role !== 'administrator',
  )
  const cell = (items: Shift[], officerId: string, day: string) =>
    items.filter((shift) => shift.officerId === officerId && stationDay(shift.startsAt) === day)
  return (
    <>
      <div className="calendar-head">
        <Button
          icon={<LeftOutlined />}
          aria-label={settingsText.weekBefore}
          onClick={() => setFrom(addDays(from, -7))}
        />
        <b>
          {dayText(from)} – {dayText(addDays(from, 6))}
        </b>
        <Button
          icon={<RightOutlined />}
          aria-label={settingsText.weekAfter}
          onClick={() => setFrom(addDays(from, 7))}
        />
        <Button onClick={() => setFrom(mondayOf(stationDay()))}>{settingsText.thisWeek}</Button>
        {manage && (
          <Button type="primary" onClick={() => setPlanning({})}>
            {settingsText.plan}
          </Button>
        )}
      </div>
      <Loaded query={query} rows={8}>
        {({ items }) => (
          <div className="card flush">
            <table className="roster">
              <thead>
                <tr>
                  <th>{settingsText.who}</th>
                  {days.map((day) => (
                    <th key={day} className={day === stationDay() ? 'today' : ''}>
                      {dayText(day)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {people.map((officer) => (
                  <tr key={officer.id}>
                    <th>{officer.name}</th>
                    {days.map((day) => (
                      <td key={day}>
                        {cell(items, officer.id, day).map((shift) => (
                          <div key={shift.id} className={`shift ${shift.kind}`}>
                            <span>
                              {shiftWords[shift.kind]}{' '}
                              <span className="shift-time">
                                {clockTime(shift.startsAt)}–
                                {stationDay(shift.endsAt) !== day && settingsText.nextDay}
                                {clockTime(shift.endsAt)}
                              </span>
                            </span>
                            {manage && (
                              <button
                                type="button"
                                aria-label={`${commonText.remove} ${officer.name} ${dayText(day)} ${shiftWords[shift.kind]}`}
                                onClick={() => remove.mutate(shift.id)}
                              >
                                ×
                              </button>
                            )}
                          </div>
                        ))}
                        {manage && (
                          <button
                            type="button"
                            className="add-shift"
                            aria-label={`${settingsText.plan} ${officer.name} ${dayText(day)}`}
                            onClick={() => setPlanning({ officerId: officer.id, day })}
                          >
                            +
                          </button>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      {planning && <ShiftDialog from={planning} days={days} onClose={() => setPlanning(undefined)} />}
    </>
  )
}
