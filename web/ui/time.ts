import { timeText } from './text/time.ts'

type Moment = string | number | Date
const hourMs = 3_600_000
/** China keeps one time without summer time, so the station's wall clock is a fixed distance from UTC. */
const offsetMs = 8 * hourMs

/** The same instant shifted so that its UTC fields are the station's wall clock. */
function wall(at: Moment): Date {
  return new Date(new Date(at).getTime() + offsetMs)
}

/** The station's day of a moment, '2026-05-06'. */
export function stationDay(at: Moment = Date.now()): string {
  return wall(at).toISOString().slice(0, 10)
}

/** '08:30' at the station. */
export function clockTime(at: Moment): string {
  return wall(at).toISOString().slice(11, 16)
}

/** A day and a wall clock at the station as a moment. */
export function atStation(day: string, clock = '00:00'): string {
  return `${day}T${clock}:00+08:00`
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 24 * hourMs).toISOString().slice(0, 10)
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day))
}

/** '5月6日 周三'; with the year when it is not this one. */
export function dayText(day: string, now: Moment = Date.now()): string {
  const date = new Date(`${day}T00:00:00Z`)
  const [year, month, monthDay] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  const shown =
    stationDay(now).slice(0, 4) === day.slice(0, 4)
      ? timeText.monthDay(month, monthDay)
      : timeText.yearMonthDay(year, month, monthDay)
  return `${shown} ${timeText.weekday(date.getUTCDay())}`
}

/** The shortest that cannot be mistaken: '08:30' today, '昨天 08:30', '5月6日 08:30', '2025年5月6日 08:30'. */
export function momentText(at: Moment, now: Moment = Date.now()): string {
  const day = stationDay(at)
  const today = stationDay(now)
  if (day === today) return clockTime(at)
  if (day === addDays(today, -1)) return `${timeText.yesterday} ${clockTime(at)}`
  return `${dayText(day, now).split(' ')[0]} ${clockTime(at)}`
}

/** A deadline: one that ends with a day says the day it ends with, '5月6日 24:00', not the midnight of the next. */
export function dueText(at: Moment, now: Moment = Date.now()): string {
  if (clockTime(at) !== '00:00') return momentText(at, now)
  const day = addDays(stationDay(at), -1)
  const shown = day === stationDay(now) ? timeText.today : dayText(day, now).split(' ')[0]
  return `${shown} 24:00`
}

/** A length of time in words, rounded down: '3分钟', '2小时5分', '4天'. */
export function durationText(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000)
  if (minutes < 1) return timeText.seconds(Math.floor(Math.abs(ms) / 1000))
  if (minutes < 60) return timeText.minutes(minutes)
  if (minutes < 48 * 60) return timeText.hours(Math.floor(minutes / 60), minutes % 60)
  return timeText.days(Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60))
}
