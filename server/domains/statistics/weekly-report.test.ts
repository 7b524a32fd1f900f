import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { addDays, stationDay, weekdayOf } from '../../platform/station-day.ts'
import { inStation } from '../../platform/tenancy.ts'
import { makeWeeklyReport } from './weekly-report.ts'

const { as, asResident, context, world } = await startTestServer()
const { stationId } = world
const today = stationDay(new Date())
const monday = addDays(today, 1 - weekdayOf(today))

const report = async (week = today) => {
  const answer = await as('chief')({ url: `/api/weekly-report?week=${week}` })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}

test('each answer counts for the account it left by; a note counts for none', async () => {
  const asked = (
    await asResident('chen')({
      method: 'POST',
      url: '/api/resident/messages',
      payload: { clientKey: newId(), body: '想问户口', fileIds: [], villageId: world.villages.east },
    })
  ).json()
  for (const body of ['请带户口簿', '周一来'])
    await as('officer')({
      method: 'POST',
      url: `/api/conversations/${asked.conversationId}/messages`,
      payload: { contactId: world.contacts.chen, clientKey: newId(), body },
    })
  await as('officer')({
    method: 'POST',
    url: `/api/conversations/${asked.conversationId}/notes`,
    payload: { clientKey: newId(), body: '记一下', mentions: [] },
  })
  const { said, weekOn, madeAt } = await report()
  assert.deepEqual(said, [
    {
      kind: 'workbench',
      account: `officer-${world.code}`,
      channel: 'web',
      sent: 2,
      residents: 1,
      conversations: 1,
      officers: ['李民警'],
    },
  ])
  assert.deepEqual([weekOn, madeAt], [monday, null])
})

test('a week that is over is kept as it was counted, once', async () => {
  const later = new Date(Date.now() + 7 * 864e5)
  const make = () => inStation(context.pool, stationId, (tx) => makeWeeklyReport(tx, later))
  await make()
  const kept = await report()
  assert.ok(kept.madeAt)
  await inStation(context.pool, stationId, (tx) =>
    tx.client.query(
      `update messages set direction = 'note' where station_id = $1 and direction = 'outbound'`,
      [stationId],
    ),
  )
  await make()
  assert.deepEqual(await report(), kept)
})

test('who may see figures may see it; the file asks for the password again and is in the log', async () => {
  assert.equal((await as('auditor')({ url: '/api/weekly-report' })).statusCode, 403)
  const url = '/api/weekly-report/exports'
  assert.equal((await as('chief')({ method: 'POST', url, payload: {} })).statusCode, 403)
  const headers = { 'x-test-officer': `${stationId} ${world.officers.chief} stepped-up` }
  const csv = await as('chief')({ method: 'POST', url, payload: { week: today }, headers })
  assert.equal(csv.statusCode, 200, csv.body)
  assert.match(csv.body, /工作台.*网页/)
})
