import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectOk, startCaseServer, statusesOf } from './cases.fixture.ts'

const server = await startCaseServer()
const { as, asResident, conversation, guideId, holders, newCase, open, post, show, world } = server
const { east, west } = world.villages

test('a case opened at the counter is read back as it was told', async () => {
  const opened = expectOk(
    await post(
      'officer',
      '/api/cases',
      newCase({
        details: '早上七点放出去的',
        villageId: east,
        place: '水库边',
        latitude: 28.19,
        longitude: 112.38,
        person: { name: '陈大妈', phone: '13800000000' },
      }),
    ),
  )
  assert.match(opened.number, /^\d{6}-\d{4,}$/)
  const shown = await show(opened.id)
  assert.equal(shown.number, opened.number)
  assert.equal(shown.status, 'open')
  assert.equal(shown.details, '早上七点放出去的')
  assert.equal(shown.villageName, '东村')
  assert.deepEqual([shown.latitude, shown.longitude], [28.19, 112.38])
  assert.equal(shown.openedBy.name, '李民警')
  assert.equal(shown.assignee.name, '李民警')
  assert.deepEqual([shown.people[0].name, shown.people[0].part], ['陈大妈', 'applicant'])
  assert.deepEqual([shown.statusChanges.length, shown.statusChanges[0].officer.name], [1, '李民警'])
  assert.deepEqual(
    [shown.materials, shown.clocks, shown.outcomes, shown.links, shown.merges],
    [[], [], [], [], []],
  )
  assert.equal(shown.mayDecide, true)
})

test('every reading by an officer leaves one event, and so does the opening', async () => {
  const id = await open()
  await show(id, 'officer')
  await show(id, 'chief')
  assert.deepEqual(await server.events(id), ['case.opened', 'case.read', 'case.read'])
})

test('the same key five times is one case and one answer', async () => {
  const body = newCase()
  const answers = await Promise.all(
    Array.from({ length: 5 }, async () => expectOk(await post('officer', '/api/cases', body))),
  )
  assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1)
  const list = expectOk(await as('chief')({ url: `/api/cases?text=${answers[0].number}` }))
  assert.equal(list.total, 1)
  assert.deepEqual(await server.events(answers[0].id), ['case.opened'])
})

test('the same key with another matter is refused, and another officer has keys of her own', async () => {
  const body = newCase()
  const first = expectOk(await post('officer', '/api/cases', body))
  assert.equal((await post('officer', '/api/cases', { ...body, title: '别的事' })).statusCode, 409)
  assert.notEqual(expectOk(await post('chief', '/api/cases', body)).id, first.id)
})

test('forty opened at once get forty numbers', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => post('officer', '/api/cases', newCase())),
  )
  assert.equal(new Set(answers.map((answer) => expectOk(answer).number)).size, 40)
})

test('papers and time limit come from the guide', async () => {
  const shown = await show(await open({ kind: 'service', guideId }))
  assert.equal(shown.guide.name, '分户')
  assert.deepEqual(
    shown.materials.map((material: { key: string; verdict: null }) => [material.key, material.verdict]),
    [
      ['register', null],
      ['card', null],
      ['house', null],
    ],
  )
  const [clock] = shown.clocks
  assert.deepEqual([clock.kind, clock.workingDays, clock.workingDaysLeft], ['service_limit', 3, 3])
  assert.ok(clock.remainingSeconds > 0 && !clock.overdue && clock.pausedAt === null)
})

test('from a message: contact, village and holder come from the conversation, which is held', async () => {
  const conversationId = await conversation('chen')
  const shown = await show(await open({ conversationId }, 'eastAuxiliary'))
  assert.equal(shown.contact.name, '陈大妈')
  assert.equal(shown.villageId, east)
  assert.equal(shown.conversation.id, conversationId)
  assert.deepEqual(await holders(conversationId), [shown.id])
  const other = { conversationId, contactId: world.contacts.liu }
  assert.equal((await post('officer', '/api/cases', newCase(other))).statusCode, 400)
})

test('an auxiliary reaches no resident of another village by opening a case', async () => {
  const conversationId = await conversation('liu')
  assert.equal((await post('eastAuxiliary', '/api/cases', newCase({ conversationId }))).statusCode, 404)
  const contactId = world.contacts.liu
  assert.equal((await post('eastAuxiliary', '/api/cases', newCase({ contactId }))).statusCode, 404)
  // Somebody from the other village who stands before her she may write down: the case is given to her.
  const id = await open({ villageId: west }, 'eastAuxiliary')
  assert.equal((await show(id, 'eastAuxiliary')).assignee.id, world.officers.eastAuxiliary)
})

test('an auxiliary sees her villages, unknown ones and what is given to her', async () => {
  const mine = await open({ villageId: east })
  const unknown = await open()
  const theirs = await open({ villageId: west })
  const asEast = (id: string) => as('eastAuxiliary')({ url: `/api/cases/${id}` })
  assert.deepEqual(await statusesOf([asEast(mine), asEast(unknown)]), [200, 200])
  const hidden = await asEast(theirs)
  const missing = await asEast(world.stationId)
  assert.equal(hidden.statusCode, 404)
  assert.equal(hidden.json().message, missing.json().message)
  expectOk(await server.patch(theirs, { assigneeId: world.officers.eastAuxiliary }))
  assert.equal((await asEast(theirs)).statusCode, 200)
})

test('who may open and read: officers and auxiliaries, nobody else', async () => {
  const id = await open()
  for (const who of ['administrator', 'auditor'] as const) {
    assert.equal((await post(who, '/api/cases', newCase())).statusCode, 403)
    assert.equal((await as(who)({ url: `/api/cases/${id}` })).statusCode, 403)
    assert.equal((await as(who)({ url: '/api/cases' })).statusCode, 403)
  }
  assert.equal((await server.anonymous({ url: `/api/cases/${id}` })).statusCode, 401)
  assert.equal((await asResident('chen')({ url: `/api/cases/${id}` })).statusCode, 401)
})

const hostile: [string, Record<string, unknown>][] = [
  ['no title', { title: '' }],
  ['a title of 121 characters', { title: '字'.repeat(121) }],
  ['a control character', { title: 'a\u0000b' }],
  ['another kind', { kind: 'murder' }],
  ['half a place', { latitude: 28.1 }],
  ['a place with one half null', { latitude: 28.1, longitude: null }],
  ['a place beyond the pole', { latitude: 91, longitude: 0 }],
  ['a field nobody knows', { status: 'done' }],
  ['an id that is none', { villageId: "' or true --" }],
  ['a short key', { clientKey: 'x' }],
  ['a person without a name', { person: { name: '' } }],
  ['a phone of letters', { person: { name: '陈', phone: 'javascript:' } }],
  ['a list for a title', { title: ['a', 'b'] }],
]
for (const [name, body] of hostile) {
  test(`refused: ${name}`, async () => {
    const answer = await post('officer', '/api/cases', newCase(body))
    assert.equal(answer.statusCode, 400)
    assert.match(answer.json().message, /[\u4e00-\u9fff]/)
  })
}

test('what points to nothing is not found', async () => {
  for (const field of ['villageId', 'guideId', 'contactId', 'conversationId']) {
    assert.equal((await post('officer', '/api/cases', newCase({ [field]: world.stationId }))).statusCode, 404)
  }
})

test('markup and quotes stay what they were, and no place stays no place', async () => {
  const title = `<script>alert('“测试”')</script>; drop table cases --`
  const shown = await show(await open({ title, latitude: null, longitude: null }))
  assert.deepEqual([shown.title, shown.latitude, shown.longitude], [title, null, null])
})
