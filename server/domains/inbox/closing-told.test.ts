import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { StatisticsPage } from '../../../contract/statistics.ts'
import { startTestServer } from '../../../test/server.ts'
import { stationDay } from '../../platform/station-day.ts'

const { anonymous, as, asResident, world } = await startTestServer()

const post = (url: string, payload: object) => as('officer')({ method: 'POST', url, payload })
const show = async (id: string) =>
  (await as('officer')({ method: 'GET', url: `/api/conversations/${id}` })).json()
const closing = { settlement: 'online', emergency: false, outcome: '护栏已经修好。', tell: false }
const close = (id: string, more: object) => post(`/api/conversations/${id}/closure`, { ...closing, ...more })

/** What somebody said by phone or at the counter: the words of it lie in a conversation she never sees. */
async function capture(channel: 'phone' | 'walk_in' = 'phone'): Promise<string> {
  const answer = await post('/api/captures', {
    ...{ clientKey: randomUUID(), channel, name: '陈婆婆', phone: '', body: '水塘边的护栏松了' },
    ...{ toldBy: '本人', heardAt: new Date().toISOString(), villageId: world.villages.east },
  })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().conversationId
}

async function toldRate(): Promise<[number | null, number | null]> {
  const month = stationDay(new Date()).slice(0, 7)
  const answer = await as('chief')({ method: 'GET', url: `/api/statistics?month=${month}` })
  const figure = answer.json<StatisticsPage>().figures.find(({ key }) => key === 'outcome_told')!
  return [figure.numerator, figure.denominator]
}

test('an outcome nobody can see is not sent and not counted as told; how she was told is kept as stated', async () => {
  const unseen = await capture()
  assert.equal((await show(unseen)).contact.door, null)
  const refused = await close(unseen, { tell: true })
  assert.equal(refused.statusCode, 400)
  assert.match(refused.json().message, /看不到网上的消息/)
  assert.equal((await show(unseen)).conversation.closedAt, null)
  assert.equal((await show(unseen)).messages.length, 1)

  assert.equal((await close(unseen, {})).statusCode, 201)
  const untold = (await show(unseen)).closures[0]
  assert.deepEqual([untold.outcomeToldAt, untold.outcomeToldBy], [null, null])
  assert.deepEqual(await toldRate(), [0, 1])

  for (const way of ['phone', 'walk_in', 'writing']) {
    const id = await capture('walk_in')
    assert.equal((await close(id, { toldWay: way })).statusCode, 201)
    const [told] = (await show(id)).closures
    assert.ok(told.outcomeToldAt)
    assert.equal(told.outcomeToldBy, way)
    assert.equal((await show(id)).messages.length, 1, 'nothing was sent')
  }
  assert.deepEqual(await toldRate(), [3, 4])
  assert.equal((await close(await capture(), { toldWay: 'pigeon' })).statusCode, 400)
})

test('who has opened her link is told by a message, as is who asked on the page', async () => {
  const id = await capture()
  const { contact } = await show(id)
  const { token } = (await post(`/api/contacts/${contact.id}/access-link`, {})).json()
  await anonymous({ method: 'POST', url: '/api/resident/access', payload: { token } })
  const asked = await asResident('chen')({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: randomUUID(), body: '护栏修好了吗' },
  })
  for (const each of [id, asked.json().conversationId as string]) {
    assert.equal((await close(each, { tell: true })).statusCode, 201)
    const shown = await show(each)
    assert.equal(shown.closures[0].outcomeToldBy, 'web')
    assert.equal(shown.messages.at(-1).body, closing.outcome)
  }
})
