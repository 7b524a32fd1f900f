import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offices } from '../../../../contract/vocabulary.ts'
import { startTestServer } from '../../../../test/server.ts'
import { newId } from '../../../platform/id.ts'
import { askAfterReferrals } from './ask-after-referrals.ts'

const { as, asResident, world, context } = await startTestServer()
const [chen, liu] = [asResident('chen'), asResident('liu')]
const days = (count: number) => new Date(Date.now() + count * 864e5)
const ask = (now: Date) => askAfterReferrals(context, { stationId: world.stationId }, now)

async function matter(): Promise<string> {
  const payload = { clientKey: newId(), body: '屋门口的电线掉下来了一根', fileIds: [] }
  return (await chen({ method: 'POST', url: '/api/resident/messages', payload })).json().conversationId
}
const refer = (id: string, office = 'power', who: Parameters<typeof as>[0] = 'officer') =>
  as(who)({
    method: 'POST',
    url: `/api/conversations/${id}/office-referrals`,
    payload: { office, askInDays: 7 },
  })
const hers = async (id: string) => (await chen({ url: `/api/resident/conversations/${id}` })).json()
const show = async (id: string) => (await as('officer')({ url: `/api/conversations/${id}` })).json()
const answer = (referral: string, said: string, phone = chen) =>
  phone({
    method: 'POST',
    url: `/api/resident/office-referrals/${referral}/answer`,
    payload: { answer: said },
  })

/** State Council Office 2022 No. 12 and the offices' own notices, as collected on 2026-11-23. */
test('each office has its own number', () => {
  const numbers = Object.fromEntries(Object.entries(offices).map(([code, { phone }]) => [code, phone]))
  assert.deepEqual(numbers, {
    fire: '119',
    ambulance: '120',
    citizen_hotline: '12345',
    power: '95598',
    legal_aid: '12348',
    labour: '12333',
    medical_insurance: '12393',
    market: '12315',
    women: '12338',
    mental_health: '12356',
    immigration: '12367',
    traffic_police: '12345',
    court: '12368',
    civil_affairs: '12345',
    natural_resources: '12336',
    town_government: '12345',
    police_complaint: '12389',
    transport: '12328',
    disabled_persons: '12385',
    youth: '12355',
    online_content: '12377',
    procuratorate: '12309',
    cadre_complaint: '12388',
  })
})

test('she is told the number, is asked once when the day has come, and her yes is kept', async () => {
  const id = await matter()
  const made = await refer(id)
  assert.equal(made.statusCode, 201, made.body)
  assert.match((await hers(id)).messages.at(-1).body, /归供电那边管，请打 95598.*7 天后/)
  assert.equal((await refer(id)).statusCode, 409, 'the same office still has it')
  const [referral] = (await show(id)).referrals
  assert.deepEqual([referral.office, referral.phone, referral.askedAt], ['power', '95598', null])

  assert.equal(await ask(days(6)), 0)
  assert.equal(await ask(days(7)), 1)
  assert.equal(await ask(days(8)), 0)
  const seen = await hers(id)
  assert.match(seen.messages.at(-1).body, /那边办好了吗/)
  assert.ok(seen.referrals[0].askedAt)
  assert.equal((await answer(referral.id, 'done', liu)).statusCode, 404)
  assert.deepEqual((await answer(referral.id, 'done')).json(), { reopened: false })
  assert.equal((await answer(referral.id, 'done')).statusCode, 409)
  assert.equal((await hers(id)).referrals[0].answer, 'done')
})

test('“not yet” opens a closed matter again and puts it in front of an officer', async () => {
  const id = await matter()
  const referral = (await refer(id, 'citizen_hotline')).json().id
  const closing = { settlement: 'other_office', emergency: false, outcome: '请打12345。', tell: false }
  const closed = await as('officer')({
    method: 'POST',
    url: `/api/conversations/${id}/closure`,
    payload: closing,
  })
  assert.equal(closed.statusCode, 201, closed.body)
  assert.equal((await refer(id, 'market')).statusCode, 409, 'a closed matter is opened first')
  assert.equal(await ask(days(7)), 1, 'also who is done with us is asked')
  assert.deepEqual((await answer(referral, 'not_done')).json(), { reopened: true })
  const { conversation } = await show(id)
  assert.equal(conversation.closedAt, null)
  assert.ok(conversation.waitingSince)
})

test('an open matter waits again after “not yet”; what an officer heard is written down by her', async () => {
  const id = await matter()
  const own = (await refer(id, 'market')).json().id
  const told = (await refer(id, 'legal_aid')).json().id
  assert.deepEqual((await answer(own, 'not_done')).json(), { reopened: false })
  assert.ok((await show(id)).conversation.waitingSince)
  const write = (who: Parameters<typeof as>[0]) =>
    as(who)({ method: 'POST', url: `/api/office-referrals/${told}/answer`, payload: { answer: 'done' } })
  assert.equal((await write('westAuxiliary')).statusCode, 404)
  assert.equal((await write('officer')).statusCode, 200)
  assert.equal(await ask(days(30)), 0, 'what is answered is not asked after')
})

test('everything handed over can be found again, and its answers are counted', async () => {
  const silent = await matter()
  await refer(silent, 'labour')
  await ask(days(7))
  const list = async (query: Record<string, string>, who: Parameters<typeof as>[0] = 'chief') =>
    (await as(who)({ url: '/api/office-referrals', query })).json()
  const all = await list({})
  assert.deepEqual(all.counts, { waiting: 0, silent: 1, done: 2, not_done: 2 })
  assert.equal(all.items.length, 5)
  const [one] = (await list({ state: 'silent' })).items
  assert.deepEqual([one.conversationId, one.office, one.phone], [silent, 'labour', '12333'])
  assert.equal((await list({ office: 'power' })).items.length, 1)
  assert.deepEqual((await list({}, 'westAuxiliary')).items, [])
})

test('whom no message reaches is rung up when the day has come, until somebody has written down what she said', async () => {
  const captured = await as('officer')({
    method: 'POST',
    url: '/api/captures',
    payload: {
      ...{ clientKey: newId(), channel: 'phone', name: '张爹', phone: '100-0000-0001', toldBy: '本人' },
      ...{ body: '来电话说路灯不亮', heardAt: new Date(Date.now() - 60_000).toISOString() },
    },
  })
  assert.equal(captured.statusCode, 201, captured.body)
  const id = captured.json().conversationId
  const referral = (await refer(id, 'town_government')).json().id
  const before = (await show(id)).messages.length
  assert.equal(await ask(days(7)), 1)
  const asked = await show(id)
  assert.equal(asked.messages.length, before, 'nothing is written where nobody reads it')
  const [task] = asked.phoneTasks
  assert.deepEqual([task.reason, task.doneAt], ['referral_unasked', null])
  assert.match(task.words, /12345 找.*办好了没有/)
  assert.equal(await ask(days(8)), 0)
  const answered = await as('officer')({
    method: 'POST',
    url: `/api/office-referrals/${referral}/answer`,
    payload: { answer: 'done' },
  })
  assert.equal(answered.statusCode, 200, answered.body)
  assert.ok((await show(id)).phoneTasks[0].doneAt)
})
