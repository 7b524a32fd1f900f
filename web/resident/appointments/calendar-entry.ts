import { sayPaper } from '../../../contract/list-materials.ts'
import { isBrought } from '../../../contract/services.ts'
import type { ResidentAppointment } from '../../api/resident-appointments.ts'
import { bookingText } from '../text/booking.ts'

/** iCalendar text: what would end a value is escaped (RFC 5545 §3.3.11). */
const escaped = (text: string) => text.replace(/([\\;,])/g, '\\$1').replace(/\r?\n/g, '\\n')

/** Lines longer than 75 bytes are folded; 24 Chinese signs are 72 bytes (§3.1). */
const folded = (line: string) => line.replace(/(.{24})(?=.)/gu, '$1\r\n ')

const stamp = (at: string | number) => `${new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`

/** One appointment as a calendar file, with a reminder on the evening before and an hour before. */
export function calendarEntry(appointment: ResidentAppointment, now: number): string {
  const { id, startsAt, endsAt, guide, place, number } = appointment
  const bring = appointment.elsewhere ? [] : appointment.bring.filter(isBrought)
  const notes = [`${bookingText.number} ${number}`, place.phone]
  if (bring.length > 0) notes.push(`${bookingText.bring}: ${bring.map(sayPaper).join('、')}`)
  const alarm = (trigger: string) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(guide.name)}`,
    trigger,
    'END:VALARM',
  ]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//lianxinqiao//resident//ZH',
    'BEGIN:VEVENT',
    `UID:${id}@lianxinqiao`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escaped(bookingText.event(guide.name, place.name))}`,
    `LOCATION:${escaped(`${place.name} ${place.address}`)}`,
    `DESCRIPTION:${escaped(notes.filter(Boolean).join('\n'))}`,
    ...alarm('TRIGGER:-PT15H'),
    ...alarm('TRIGGER:-PT1H'),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

/** Hands the file to the phone, which offers to add it. */
export function saveCalendarEntry(appointment: ResidentAppointment): void {
  const file = new Blob([calendarEntry(appointment, Date.now())], { type: 'text/calendar;charset=utf-8' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `${appointment.number}.ics`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
