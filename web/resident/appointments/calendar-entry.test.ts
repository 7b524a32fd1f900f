import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ResidentAppointment } from '../../api/resident-appointments.ts'
import { calendarEntry } from './calendar-entry.ts'

const paper = {
  form: 'original' as const,
  copies: 1,
  electronic: false,
  neededWhen: null,
  note: null,
  when: [],
  open: false,
}
const appointment: ResidentAppointment = {
  id: '01a20acf-5b3f-704d-aa98-0ef23745f1fa',
  number: '261124-0004',
  guide: { id: '01a20acf-5b3f-704d-aa98-0ef23745f1fb', slug: 'household-split', name: '分户' },
  startsAt: '2026-11-24T00:30:00.000Z',
  endsAt: '2026-11-24T01:00:00.000Z',
  status: 'booked',
  walkIn: false,
  queueNumber: null,
  counterName: null,
  personName: '陈',
  phone: '',
  movedFrom: null,
  mayChange: true,
  mayAnswer: false,
  waived: [],
  conditions: [],
  elsewhere: false,
  questions: [],
  guideVersion: 1,
  answers: [],
  photos: [],
  place: { name: '测试镇派出所', address: '正街1号，进门左手；窗口在一楼', phone: '' },
  bring: [
    { ...paper, key: 'id', name: '身份证', shared: false },
    { ...paper, key: 'marriage', name: '结婚证', shared: true },
  ],
}

test('a calendar file has short lines, the times in UTC, and only the papers to bring', () => {
  const text = calendarEntry(appointment, Date.parse('2026-11-23T00:00:00Z'))
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  const whole = text.replace(/\r\n /g, '')
  assert.match(whole, /^DTSTART:20261124T003000Z$/m)
  assert.match(whole, /^DTSTAMP:20261123T000000Z$/m)
  assert.match(whole, /身份证/)
  assert.doesNotMatch(whole, /结婚证/)
})

test('signs with a meaning of their own are escaped', () => {
  const odd = { ...appointment, guide: { ...appointment.guide, name: '分户, 立户; 其他\n第二行' } }
  assert.match(calendarEntry(odd, 0).replace(/\r\n /g, ''), /SUMMARY:分户\\, 立户\\; 其他\\n第二行/)
})
