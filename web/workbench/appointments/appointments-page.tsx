import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { listAppointments, readCalendar } from '../../api/appointments.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { addDays, dayText, mondayOf, stationDay } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { AppointmentDrawer } from './appointment-drawer.tsx'
import { BookDialog } from './book-dialog.tsx'
import { CallList } from './call-list.tsx'
import { DayView } from './day-view.tsx'
import { WalkInDialog } from './walk-in-dialog.tsx'
import { WeekView } from './week-view.tsx'
import './appointments.css'

/** The counter's day or week. Day, view and the opened appointment stand in the address. */
export function AppointmentsPage() {
  const may = useMay()
  const { get, set } = useFilters()
  const [dialog, setDialog] = useState<'book' | 'walk_in'>()
  const today = stationDay()
  const day = get('day') ?? today
  const week = get('view') === 'week'
  const from = week ? mondayOf(day) : day
  const until = week ? addDays(from, 6) : day
  const appointments = useQuery({
    queryKey: ['appointments', { from, until }],
    queryFn: () => listAppointments(week ? { from, until } : { day }),
  })
  const calendar = useQuery({ queryKey: ['calendar', from, until], queryFn: () => readCalendar(from, until) })
  const days = calendar.data?.days ?? []
  const move = (steps: number) => set('day', addDays(day, steps * (week ? 7 : 1)))
  return (
    <Page
      title={appointmentText.title}
      actions={
        may('appointments.write') && (
          <>
            <Button type="primary" onClick={() => setDialog('book')}>
              {appointmentText.book}
            </Button>
            <Button onClick={() => setDialog('walk_in')}>{appointmentText.walkIn}</Button>
          </>
        )
      }
    >
      <div className="calendar-head">
        <Segmented
          value={week ? 'week' : 'day'}
          onChange={(view) => set('view', view === 'week' ? 'week' : undefined)}
          options={[
            { value: 'day', label: appointmentText.day },
            { value: 'week', label: appointmentText.week },
          ]}
        />
        <Button icon={<LeftOutlined />} aria-label={appointmentText.before} onClick={() => move(-1)} />
        <Input
          type="date"
          className="day-field"
          aria-label={appointmentText.day}
          value={day}
          onChange={(event) => event.target.value && set('day', event.target.value)}
        />
        <Button icon={<RightOutlined />} aria-label={appointmentText.after} onClick={() => move(1)} />
        {day !== today && <Button onClick={() => set('day', undefined)}>{appointmentText.today}</Button>}
        <b className="calendar-title">
          {week ? `${dayText(from)} – ${dayText(until)}` : dayText(day)}
          {!week && days[0]?.name && <span className="quiet"> {days[0].name}</span>}
        </b>
      </div>
      <CallList onOpen={(id) => set('id', id)} />
      {days.some(({ official }) => !official) && <p className="quiet">{appointmentText.notOfficial}</p>}
      <Loaded query={appointments} rows={8}>
        {({ items }) =>
          week ? (
            <WeekView
              from={from}
              items={items}
              days={days}
              onOpen={(id) => set('id', id)}
              onDay={(each) => set('day', each)}
            />
          ) : (
            <DayView day={day} items={items} calendar={days[0]} onOpen={(id) => set('id', id)} />
          )
        }
      </Loaded>
      <AppointmentDrawer id={get('id')} onClose={() => set('id', undefined)} />
      {dialog === 'book' && <BookDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'walk_in' && <WalkInDialog onClose={() => setDialog(undefined)} />}
    </Page>
  )
}
