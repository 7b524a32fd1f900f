import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { findOverlap, findShiftFault } from './rules.ts'
import { findStation, officerNames, officersOnDuty, responsibleOfficer, staffedUntil } from './views.ts'

const { context, world, as } = await startTestServer()
const chief = as('chief')
const { officer, eastAuxiliary, westAuxiliary, auditor } = world.officers

const at = (time: string) => `2026-03-02T${time}:00+08:00`
function plan(officerId: string, kind: string, from: string, to: string) {
  const shifts = [{ officerId, kind, startsAt: at(from), endsAt: at(to) }]
  return chief({ method: 'POST', url: '/api/shifts', payload: { shifts } })
}
const ask = <T>(view: (tx: Parameters<typeof staffedUntil>[0]) => Promise<T>) =>
  inStation(context.pool, world.stationId, view)
const responsible = (villageId: string | null, time: string) =>
  ask((tx) => responsibleOfficer(tx, villageId, new Date(at(time)))).then((found) => found?.id ?? null)

test('the roster of a week shows what touches it, by the days of the station', async () => {
  const monday = await plan(officer, 'desk', '08:00', '12:00')
  assert.equal(monday.statusCode, 200)
  const night = await chief({
    method: 'POST',
    url: '/api/shifts',
    payload: {
      shifts: [
        {
          officerId: officer,
          kind: 'patrol',
          startsAt: '2026-03-01T21:00:00+08:00',
          endsAt: '2026-03-02T00:30:00+08:00',
        },
      ],
    },
  })
  assert.equal(night.statusCode, 200)
  const list = async (query: string) =>
    (await as('auditor')({ method: 'GET', url: `/api/shifts?${query}` })).json().items
  assert.deepEqual(
    (await list('from=2026-03-02')).map((item: { kind: string }) => item.kind),
    ['patrol', 'desk'],
  )
  assert.equal((await list('from=2026-03-03')).length, 0)
  assert.equal((await list('from=2026-02-23')).length, 1)
  const [shift] = await list('from=2026-03-01&days=1')
  assert.equal(shift.officerName, '李民警')
  const url = `/api/shifts/${shift.id}`
  const [one, two] = await Promise.all([chief({ method: 'DELETE', url }), chief({ method: 'DELETE', url })])
  assert.deepEqual([one.statusCode, two.statusCode].sort(), [200, 404])
})

test('one officer has one duty of a kind at a time, also when two plan at once', async () => {
  const both = await Promise.all([
    plan(eastAuxiliary, 'desk', '09:00', '11:00'),
    plan(eastAuxiliary, 'desk', '10:00', '12:00'),
  ])
  assert.deepEqual(both.map((answer) => answer.statusCode).sort(), [200, 409])
  assert.equal((await plan(eastAuxiliary, 'window', '09:00', '11:00')).statusCode, 200)
  assert.equal((await plan(eastAuxiliary, 'desk', '12:00', '11:00')).statusCode, 400)
  assert.equal((await plan(newId(), 'desk', '09:00', '11:00')).statusCode, 404)
})

test('a plan holds as a whole or not at all', async () => {
  const shift = { officerId: westAuxiliary, kind: 'window', startsAt: at('13:00'), endsAt: at('14:00') }
  const answer = await chief({
    method: 'POST',
    url: '/api/shifts',
    payload: { shifts: [shift, { ...shift, startsAt: at('13:30') }] },
  })
  assert.equal(answer.statusCode, 409)
  const { items } = (await chief({ method: 'GET', url: '/api/shifts?from=2026-03-02' })).json()
  assert.ok(!items.some((item: { officerId: string }) => item.officerId === westAuxiliary))
})

test('a new matter goes to the village auxiliary at the desk, else to whoever of the desk began first', async () => {
  await plan(westAuxiliary, 'desk', '14:00', '17:00')
  await plan(officer, 'desk', '13:00', '18:00')
  await plan(auditor, 'desk', '06:00', '07:00')
  assert.equal(await responsible(world.villages.west, '15:00'), westAuxiliary)
  assert.equal(await responsible(world.villages.east, '15:00'), officer)
  assert.equal(await responsible(null, '15:00'), officer)
  assert.equal(await responsible(world.villages.west, '17:30'), officer)
  // The end of a shift is no longer in it, and who may not answer is not responsible.
  assert.equal(await responsible(world.villages.west, '18:00'), null)
  assert.equal(await responsible(null, '06:30'), null)
  assert.equal(await ask((tx) => staffedUntil(tx, new Date(at('06:30')))), null)
  assert.deepEqual(await ask((tx) => staffedUntil(tx, new Date(at('14:30')))), new Date(at('18:00')))

  await chief({
    method: 'POST',
    url: `/api/officers/${westAuxiliary}/suspension`,
    payload: { reason: '请假' },
  })
  assert.equal(await responsible(world.villages.west, '15:00'), officer)
  const desk = await ask((tx) => officersOnDuty(tx, 'desk', new Date(at('15:00'))))
  assert.deepEqual(
    desk.map(({ id }) => id),
    [officer],
  )
})

test('names and stations are found by id, and what is unknown is missing', async () => {
  const names = await ask((tx) => officerNames(tx, [officer, newId(), officer]))
  assert.deepEqual([...names], [[officer, '李民警']])
  assert.equal((await findStation(context.pool, world.code))?.id, world.stationId)
  assert.equal((await ask((tx) => findStation(tx, world.stationId)))?.code, world.code)
  assert.equal(await findStation(context.pool, '000000'), null)
})

test('the overlap rule finds a clash exactly when two shifts of one duty share a moment', () => {
  const shift = fc
    .record({
      officerId: fc.constantFrom('a', 'b'),
      kind: fc.constantFrom('desk', 'window'),
      from: fc.nat(50),
      length: fc.integer({ min: 1, max: 10 }),
    })
    .map(({ officerId, kind, from, length }) => ({
      officerId,
      kind,
      startsAt: new Date(from * 1000),
      endsAt: new Date((from + length) * 1000),
    }))
  fc.assert(
    fc.property(fc.array(shift, { maxLength: 8 }), (shifts) => {
      const clash = shifts.some((a, i) =>
        shifts.some(
          (b, j) =>
            i < j &&
            a.officerId === b.officerId &&
            a.kind === b.kind &&
            a.startsAt < b.endsAt &&
            b.startsAt < a.endsAt,
        ),
      )
      assert.equal(findOverlap(shifts) !== null, clash)
    }),
  )
  const day = new Date(0)
  const fault = (hours: number) =>
    findShiftFault({ officerId: 'a', kind: 'desk', startsAt: day, endsAt: new Date(hours * 3_600_000) })
  assert.equal(fault(24), null)
  assert.ok(fault(24.1))
  assert.ok(fault(0))
})
