import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { matterFixture, type TestConversation } from './matters.fixture.ts'

const { app, as, context, world } = await startTestServer()
const { conversation, run } = matterFixture(context.pool, world)
const chief = as('chief')
const at = (text: string) => new Date(`2026-03-${text}+08:00`)
const month = '2026-03'

async function addScript(title: string): Promise<string> {
  const words = { title, body: '带户口簿。', keywords: ['户口簿'], basis: '测试', expiresOn: '2099-01-01' }
  const scope = { library: 'business', auxiliaryMay: true, villageIds: null }
  const post = (by: typeof chief, url: string, payload: object) => by({ method: 'POST', url, payload })
  const { id } = (await post(as('officer'), '/api/scripts', { ...words, ...scope })).json()
  await post(chief, '/api/script-approvals', { items: [{ scriptId: id, version: 1 }] })
  return id
}

/** What is said in a conversation: by the resident, or by an officer with a script or without. */
async function say(conversationId: string, when: Date, body: string, script?: string | null) {
  await run(
    `insert into messages (station_id, id, conversation_id, contact_id, direction, body, sent_at, received_at,
       author_officer_id, script_id, script_version)
     select $1, $2, c.id, c.contact_id, $4, $5, $6, $6, $7, $8, $9 from conversations c where c.station_id = $1 and c.id = $3`,
    [
      newId(),
      conversationId,
      script === undefined ? 'inbound' : 'outbound',
      body,
      when,
      script === undefined ? null : world.officers.officer,
      script ?? null,
      script ? 1 : null,
    ],
  )
}

const script = await addScript('分户')
const other = await addScript('没有人发')
/** A conversation of its own contact in which the script was sent. */
async function sent(more: Partial<TestConversation> = {}): Promise<string> {
  const contactId = newId()
  await run(
    `insert into contacts (station_id, id, channel, name, village_id) values ($1, $2, 'web', '某人', $3)`,
    [contactId, world.villages.east],
  )
  const id = await conversation({ openedAt: at('02T10:00'), contactId, ...more })
  await say(id, at('02T10:05'), '请带户口簿。', script)
  return id
}
const closures = [{ at: at('02T12:00') }]
const solved = await sent({ closures })
const wroteAgain = await sent({ closures })
await say(wroteAgain, at('05T09:00'), '还是不行')
const reopened = await sent({
  closures: [{ at: at('02T12:00'), reopened: { at: at('04T12:00'), by: 'resident' } }],
})
const open = await sent({ villageId: world.villages.west })
await say(open, at('02T11:00'), '好的，谢谢')
await say(open, at('02T11:05'), '不客气。', script)
const objected = await sent({ closures })
await run(
  `insert into ratings (station_id, id, conversation_id, closure_id, verdict)
   select $1, $2, conversation_id, id, 'objection' from closures where station_id = $1 and conversation_id = $3`,
  [newId(), objected],
)

const read = async (query: Record<string, string> = {}) =>
  (await chief({ url: '/api/script-use', query: { month, ...query } })).json()
const rowOf = async (id: string, query = {}) =>
  (await read(query)).items.find(({ scriptId }: { scriptId: string }) => scriptId === id)
const rows = async (outcome: string, by = chief, id = script) => {
  const answer = await by({ url: `/api/script-use/${id}/rows`, query: { month, outcome } })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().items.map(({ conversationId }: { conversationId: string }) => conversationId)
}

test('a script counts once a conversation, with what came of it', async () => {
  const { sent, answered, solved, undecided, objected } = await rowOf(script)
  assert.deepEqual(
    { sent, answered, solved, undecided, objected },
    { sent: 5, answered: 2, solved: 2, undecided: 0, objected: 1 },
  )
  assert.equal((await rowOf(other)).sent, 0)
  assert.equal((await rowOf(script, { village: world.villages.west })).sent, 1)
  assert.equal((await rowOf(script, { library: 'safety' })) ?? null, null)
  assert.equal((await read()).definitions.length, 5)
})

test('each number opens its matters, those one may see, and the look is recorded', async () => {
  assert.deepEqual((await rows('sent')).sort(), [solved, wroteAgain, reopened, open, objected].sort())
  assert.deepEqual((await rows('solved')).sort(), [solved, objected].sort())
  assert.deepEqual((await rows('answered')).sort(), [wroteAgain, open].sort())
  assert.deepEqual(await rows('objected'), [objected])
  assert.deepEqual(await rows('answered', as('westAuxiliary')), [open])
  assert.deepEqual(await rows('solved', as('westAuxiliary')), [])
  assert.equal(
    (await chief({ url: `/api/script-use/${newId()}/rows`, query: { month, outcome: 'sent' } })).statusCode,
    404,
  )
})

test('a closing of the last seven days is undecided', async () => {
  const hour = 3_600_000
  const id = await conversation({
    openedAt: new Date(Date.now() - 3 * hour),
    contactId: world.contacts.liu,
    closures: [{ at: new Date(Date.now() - hour) }],
  })
  await say(id, new Date(Date.now() - 2 * hour), '请带户口簿。', script)
  const day = new Date(Date.now() - 2 * hour + 8 * hour).toISOString().slice(0, 10)
  const answer = await chief({ url: '/api/script-use', query: { from: day, to: day } })
  const row = answer.json().items.find(({ scriptId }: { scriptId: string }) => scriptId === script)
  assert.deepEqual([row.solved, row.undecided], [0, 1])
})

test('the file needs the password again and says what its columns mean', async () => {
  const make = (stepped: boolean) =>
    app.inject({
      method: 'POST',
      url: '/api/script-use-exports',
      payload: { month },
      headers: { 'x-test-officer': `${world.stationId} ${world.officers.chief}${stepped ? ' stepped' : ''}` },
    })
  assert.equal((await make(false)).json().code, 'step_up_required')
  const lines = (await make(true)).body.split('\r\n')
  assert.match(lines[1]!, /没再来问：发出后办结/)
  assert.match(lines[3]!, /"分户","是",5,2,2,0,1$/)
})

test('what was answered without a script stands together by likeness, without names and numbers', async () => {
  const now = Date.now()
  const asked = [
    '居住证怎么办理，要带什么材料',
    '我叫陈大妈，办居住证要什么材料？电话13800001234',
    '邻居养的鸡跑到菜地里',
  ]
  for (const body of asked) {
    const id = await conversation({ openedAt: new Date(now - 60_000), contactId: world.contacts.chen })
    await say(id, new Date(now - 60_000), body)
    await say(id, new Date(now - 30_000), '带身份证来就行。', null)
  }
  const { groups, looked } = (await chief({ url: '/api/unscripted' })).json()
  assert.equal(looked, 3)
  assert.equal(groups[0].count, 2)
  assert.ok(groups[0].words.includes('居住证'))
  const said = JSON.stringify(groups)
  assert.ok(!said.includes('陈大妈') && !said.includes('13800001234'), said)
  assert.equal((await as('westAuxiliary')({ url: '/api/unscripted' })).json().looked, 0)
})

test('an objection to the outcome of its case counts, and what was objected to was not solved', async () => {
  const count = async () => {
    const { sent, solved, objected } = await rowOf(script)
    return { sent, solved, objected }
  }
  const before = await count()
  const id = await sent({ closures })
  assert.deepEqual(await count(), { ...before, sent: before.sent + 1, solved: before.solved + 1 })
  const [caseId, outcomeId] = [newId(), newId()]
  await run(
    `insert into cases (station_id, id, number, kind, title, channel, scenario, conversation_id, opened_by, opened_at)
     values ($1, $2, 'K-1', 'service', '分户', 'web', 'business', $3, $4, $5)`,
    [caseId, id, world.officers.officer, at('02T10:10')],
  )
  await run(
    `insert into case_outcomes (station_id, id, case_id, officer_id, emergency, settlement, words, told_at, decided_at)
     values ($1, $2, $3, $4, false, 'online', '办好了', $5, $5)`,
    [outcomeId, caseId, world.officers.officer, at('02T11:59')],
  )
  await run(
    `insert into case_ratings (station_id, id, case_id, outcome_id, verdict, rated_at) values ($1, $2, $3, $4, 'objection', $5)`,
    [newId(), caseId, outcomeId, at('03T09:00')],
  )
  assert.deepEqual(await count(), {
    sent: before.sent + 1,
    solved: before.solved,
    objected: before.objected + 1,
  })
  assert.ok((await rows('objected')).includes(id))
})

test('an auxiliary is told of the use of scripts that are hers, whose pages she can open', async () => {
  const seen = async (by: typeof chief) =>
    (await by({ url: '/api/script-use', query: { month } }))
      .json()
      .items.some(({ scriptId }: { scriptId: string }) => scriptId === script)
  const scope = (payload: object) => chief({ method: 'PATCH', url: `/api/scripts/${script}`, payload })
  assert.deepEqual([await seen(chief), await seen(as('westAuxiliary'))], [true, true])
  await scope({ villageIds: [world.villages.east] })
  assert.deepEqual([await seen(chief), await seen(as('westAuxiliary'))], [true, false])
  await scope({ villageIds: null, auxiliaryMay: false })
  assert.deepEqual([await seen(chief), await seen(as('eastAuxiliary'))], [true, false])
})
