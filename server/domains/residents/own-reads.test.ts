import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OwnReads } from '../../../contract/residents.ts'
import { startTestServer } from '../../../test/server.ts'
import { createWorld, type World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

const { anonymous, as, asResident, context, world } = await startTestServer()
const elsewhere = await createWorld(context.pool, '430182902')
const { chen, liu } = world.contacts
type Officer = keyof World['officers']

const reads = async (who: 'chen' | 'liu' = 'chen', query = '', of = world): Promise<OwnReads> => {
  const answer = await asResident(who, of)({ url: `/api/resident/reads?${query}` })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}
const ask = async (who: 'chen' | 'liu') => {
  const payload = { clientKey: newId(), body: '我想问一下分户要带什么' }
  const answer = await asResident(who)({ method: 'POST', url: '/api/resident/messages', payload })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json() as { conversationId: string; number: string }
}
const look = async (officer: Officer, url: string) => {
  const { statusCode, body } = await as(officer)({ url })
  assert.equal(statusCode, 200, body)
}
/** Looks as they were written some days ago at noon. */
const lookBefore = (
  days: number,
  officer: Officer,
  {
    contactId,
    times = 1,
    subject = newId(),
    kind = 'case',
  }: {
    contactId: string
    times?: number
    subject?: string
    kind?: string
  },
) =>
  inStation(context.pool, world.stationId, ({ client, stationId }) =>
    client.query(
      `insert into events (station_id, id, name, actor_kind, actor_id, subject_kind, subject_id, contact_id, at)
       select $1, unnest($2::uuid[]), $3, 'officer', $4, $5, $6, $7, current_date - $8::int + time '04:00'`,
      [
        ...[stationId, Array.from({ length: times }, () => newId()), `${kind}.read`, world.officers[officer]],
        ...[kind, subject, contactId, days],
      ],
    ),
  )

test('nobody has looked yet: an empty page', async () => {
  assert.deepEqual(await reads(), { items: [], next: null })
})

test('ten looks of one officer are one line, with name, role, and the number of what was opened', async () => {
  const { conversationId, number } = await ask('chen')
  for (let times = 0; times < 10; times++) await look('officer', `/api/conversations/${conversationId}`)
  await look('officer', `/api/contacts/${chen}`)
  await look('eastAuxiliary', `/api/conversations/${conversationId}`)
  const { items, next } = await reads()
  assert.equal(next, null)
  assert.deepEqual(
    items.map(({ officerName, officerRole, times }) => [officerName, officerRole, times]),
    [
      ['王辅警', 'auxiliary', 1],
      ['李民警', 'officer', 11],
    ],
  )
  assert.deepEqual(items[1]!.subjects, [
    { kind: 'contact', matter: null },
    { kind: 'conversation', matter: { id: conversationId, number } },
  ])
  assert.ok(items[1]!.firstAt < items[1]!.lastAt)
  assert.equal(items[1]!.day, new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
})

test('only her own are told, and no ids but those of her own matters', async () => {
  const { conversationId } = await ask('liu')
  await look('officer', `/api/conversations/${conversationId}`)
  const register = {
    name: '刘桂英',
    contactId: liu,
    household: { villageId: world.villages.west, address: '7号' },
  }
  const recorded = await as('officer')({ method: 'POST', url: '/api/residents', payload: register })
  const residentId = recorded.json().id
  await look('chief', `/api/residents/${residentId}`)
  // A matter that was Chen's when it was opened and is Liu's now.
  await lookBefore(0, 'chief', { contactId: chen, subject: conversationId, kind: 'conversation' })

  const hers = await asResident('chen')({ url: '/api/resident/reads' })
  const [newest] = (hers.json() as OwnReads).items
  assert.deepEqual(newest!.subjects, [{ kind: 'conversation', matter: null }])
  for (const id of [liu, residentId, conversationId, ...Object.values(world.officers)])
    assert.ok(!hers.body.includes(id), id)
  const his = await reads('liu')
  assert.deepEqual(
    his.items.map(({ officerName, subjects }) => [officerName, subjects.map(({ kind }) => kind)]),
    [
      ['周所长', ['resident']],
      ['李民警', ['conversation']],
    ],
  )
})

test('the register is told by its kind, and an auditor’s look at the log as well', async () => {
  const seen = await as('auditor')({ url: `/api/audit/events?contactId=${liu}` })
  assert.equal(seen.statusCode, 200)
  const [newest] = (await reads('liu')).items
  assert.deepEqual([newest!.officerRole, newest!.subjects[0]!.kind], ['auditor', 'audit'])
})

test('another station, an officer and nobody get nothing of it', async () => {
  assert.deepEqual(await reads('chen', '', elsewhere), { items: [], next: null })
  for (const caller of [anonymous, as('chief')])
    assert.equal((await caller({ url: '/api/resident/reads' })).statusCode, 401)
})

test('pages end with whole days, and together they are everything once', async () => {
  const contactId = elsewhere.contacts.liu
  // Oldest first, as time writes them: five days, three officers, one of them often.
  for (const days of [9, 6, 5, 2, 1])
    for (const officer of ['chief', 'officer', 'officer', 'eastAuxiliary'] as const)
      await lookBefore(days, officer, { contactId, times: days === 5 ? 60 : 2 })
  const mine = async (query: string): Promise<OwnReads> => {
    const headers = { 'x-test-resident': `${world.stationId} ${contactId}` }
    return (await anonymous({ url: `/api/resident/reads?${query}`, headers })).json()
  }
  const all = await mine('limit=100')
  assert.deepEqual([all.items.length, all.next], [15, null])
  assert.equal(
    all.items.reduce((sum, { times }) => sum + times, 0),
    4 * 8 + 240,
  )
  for (const limit of [1, 3, 4, 7]) {
    const walked: OwnReads['items'] = []
    let next: string | null = ''
    for (let pages = 0; next !== null && pages < 20; pages++) {
      const page: OwnReads = await mine(`limit=${limit}${next && `&after=${next}`}`)
      assert.ok(!walked.some(({ day }) => page.items.some((line) => line.day === day)), 'a day is not torn')
      walked.push(...page.items)
      next = page.next
    }
    assert.deepEqual(walked, all.items)
  }
  for (const query of ['after=zhou', 'limit=0', 'limit=1000', 'contactId=1'])
    assert.equal((await asResident('chen')({ url: `/api/resident/reads?${query}` })).statusCode, 400)
})
