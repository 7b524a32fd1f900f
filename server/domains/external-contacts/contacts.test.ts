import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createWorld } from '../../../test/world.ts'
import { inStation } from '../../platform/tenancy.ts'
import { startChannel, until } from '../wechat/wechat.fixture.ts'

const channel = await startChannel()
const { as, world, control, query, context } = channel
const { contacts, callbacks } = control
const { stationId, officers, villages } = world
const elsewhere = await createWorld(context.pool, '430182902')
const [wang, li] = control.corporation.members().map(({ userid }) => userid) as [string, string]

type Row = {
  id: string
  name: string
  residentId: string | null
  villageId: string | null
  follows: Follow[]
}
type Follow = {
  account: string
  door: string
  tags: string[]
  leftAt: string | null
  endedHow: string | null
  half: boolean
}

const list = async (search = '', officer: keyof typeof officers = 'chief'): Promise<Row[]> => {
  const answer = await as(officer)({ url: `/api/external-contacts${search}` })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().items
}
const find = async (name: string, search = '') => (await list(search)).find((row) => row.name === name)
const followOf = async (name: string, account: string, search = '') =>
  (await find(name, search))?.follows.find((follow) => follow.account === account)
const reconcile = async () => {
  const asked = await as('chief')({ method: 'POST', url: '/api/wecom-reconciles' })
  assert.equal(asked.statusCode, 200, asked.body)
  const runs = async () => (await as('chief')({ url: '/api/wecom-reconciles' })).json().items
  await until('the comparison ends', async () =>
    (await runs()).every(
      ({ part, finishedAt }: { part: string; finishedAt: string }) => part !== 'contacts' || finishedAt,
    ),
  )
  return (await runs()).find(({ part }: { part: string }) => part === 'contacts')
}

test('the first comparison takes over accounts, contacts and tags; the second finds nothing new', async () => {
  const tag = contacts.addTag('身份', '网格员')
  const ids = ['何秀英', '邹小满', '贺德全'].map((name) => channel.person(name))
  callbacks.script('drop', 'drop', 'drop')
  for (const id of ids) contacts.add(wang, id)
  const relation = contacts.relations().find(({ externalUserId }) => externalUserId === ids[0])!
  relation.tags.add(tag)
  const first = await reconcile()
  assert.deepEqual([first.added, first.done, first.total, first.failure], [3, 3, 3, null])
  assert.deepEqual((await followOf('何秀英', wang))?.tags, ['网格员'])
  const second = await reconcile()
  assert.deepEqual([second.added, second.changed, second.ended], [0, 0, 0])
  const accounts = (await as('chief')({ url: '/api/work-accounts' })).json().items
  assert.deepEqual(
    accounts.map(({ account }: { account: string }) => account).sort(),
    control.corporation
      .members()
      .map(({ userid }) => userid)
      .sort(),
  )
})

test('who scans a door is welcomed at once, known to be of its village, and has one contact whichever way she comes', async () => {
  const make = () =>
    as('chief')({
      method: 'POST',
      url: '/api/contact-doors',
      headers: { 'idempotency-key': 'door-of-the-east' },
      payload: { label: '东村宣传栏', villageId: villages.east, accounts: [li] },
    })
  const before = contacts.ways().length
  // Tapped twice at once, and a third time because no answer was seen: one code.
  const [door, second] = await Promise.all([make(), make()])
  assert.equal(door.statusCode, 200, door.body)
  assert.deepEqual([second.json(), (await make()).json()], [door.json(), door.json()])
  assert.equal(contacts.ways().length, before + 1)
  assert.match(door.json().qrUrl, /^https?:/)
  const [way] = contacts.ways()
  const her = channel.person('周小梅')
  control.kf.phone.write(channel.openKfid, her, '想问户口')
  contacts.scan(way!.configId, her)
  await until('she is welcomed', () =>
    contacts.welcomes().some(({ externalUserId, text }) => externalUserId === her && text.includes('东村')),
  )
  await until('she is a contact', async () => (await followOf('周小梅', li))?.door === '东村宣传栏')
  await until('her message is there', async () =>
    (await channel.messages()).some(({ body }) => body === '想问户口'),
  )
  const row = await find('周小梅')
  assert.equal(row?.villageId, villages.east)
  const message = (await channel.messages()).find(({ body }) => body === '想问户口')
  assert.equal(message?.contact, row?.id)
})

test('a lost callback is made good by the comparison, which says what had drifted', async () => {
  const her = channel.person('文桂香')
  callbacks.script('drop')
  contacts.add(wang, her)
  const gone = contacts
    .relations()
    .find(
      ({ externalUserId }) =>
        control.people.all().find((one) => one.name === '邹小满')?.externalUserId === externalUserId,
    )!
  callbacks.script('drop')
  contacts.removeByOfficer(wang, gone.externalUserId)
  const run = await reconcile()
  assert.deepEqual([run.added, run.changed, run.ended], [1, 0, 1])
  const findings = (await as('chief')({ url: `/api/wecom-reconciles/${run.id}/findings` })).json().items
  assert.deepEqual(
    findings.map(({ kind, name }: { kind: string; name: string }) => [kind, name]),
    [
      ['added', '文桂香'],
      ['ended', '邹小满'],
    ],
  )
  assert.equal((await followOf('邹小满', wang, '?state=ended'))?.endedHow, 'missing')
  assert.equal(await find('邹小满'), undefined)
})

test('a resident who removed the account is shown as gone one way, and as back when she adds it again', async () => {
  const id = control.people.all().find(({ name }) => name === '贺德全')!.externalUserId
  contacts.removeByCustomer(wang, id)
  await until('the departure is known', async () => Boolean((await followOf('贺德全', wang))?.leftAt))
  assert.deepEqual(
    (await list('?state=left')).map(({ name }) => name),
    ['贺德全'],
  )
  // The server answers as if nothing had happened: a comparison must not call her back.
  await reconcile()
  assert.ok((await followOf('贺德全', wang))?.leftAt)
  await control.clock.advance(2000)
  contacts.add(wang, id)
  await until('she is back', async () => !(await followOf('贺德全', wang))?.leftAt)
})

test('a stale hint of a removal changes nothing; a half contact is shown as half', async () => {
  const her = channel.person('曾阿婆')
  contacts.add(li, her)
  await until('she is a contact', async () => Boolean(await find('曾阿婆')))
  await callbacks.deliver(
    channel.wecomApp.name,
    `<xml><ToUserName>x</ToUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>change_external_contact</Event><ChangeType>del_external_contact</ChangeType><UserID>${li}</UserID><ExternalUserID>${her}</ExternalUserID></xml>`,
  )
  const half = channel.person('')
  contacts.add(wang, half, { half: true })
  await until('the half one is there', async () =>
    (await list()).some(({ follows }) => follows.some((follow) => follow.half)),
  )
  await until(
    'no hint waits',
    async () => (await query('select from wechat_hints where handled_at is null')).length === 0,
  )
  assert.equal((await followOf('曾阿婆', li))?.endedHow, null)
})

test('a callback in pieces of time: the server away leaves the hint to its job, and nothing is lost', async () => {
  const her = channel.person('欧阳春')
  control.faults.next('externalcontact/get', { kind: 'errcode', errcode: 50003 }, 1)
  contacts.add(li, her)
  await until(
    'it is set aside',
    async () => (await query('select from wechat_hints where troubled_at is not null')).length === 1,
  )
  const [hint] = await query('select place::text from wechat_hints where troubled_at is not null')
  const { followHintAgain } = await import('../wechat/follow-hints.ts')
  const { loadChannel } = await import('../wechat/channel.ts')
  await followHintAgain(context, (await loadChannel(context, stationId))!.api, stationId, hint.place)
  assert.ok(await find('欧阳春'))
})

test('an auxiliary sees the contacts of her villages and of none; others do not see them at all', async () => {
  const mine = await list('', 'eastAuxiliary')
  assert.ok(mine.some(({ name }) => name === '周小梅'))
  const other = await list('', 'westAuxiliary')
  assert.ok(!other.some(({ name }) => name === '周小梅'))
  const her = mine.find(({ name }) => name === '周小梅')!
  assert.equal((await as('westAuxiliary')({ url: `/api/external-contacts/${her.id}` })).statusCode, 404)
  assert.equal((await as('chief', elsewhere)({ url: `/api/external-contacts/${her.id}` })).statusCode, 404)
  for (const officer of ['administrator', 'auditor'] as const)
    assert.equal((await as(officer)({ url: '/api/external-contacts' })).statusCode, 403)
  assert.deepEqual((await as('chief', elsewhere)({ url: '/api/external-contacts' })).json().items, [])
  assert.equal((await as('officer')({ method: 'POST', url: '/api/wecom-reconciles' })).statusCode, 403)
  const looked = await query(`select from events where name = 'resident.read' and contact_id = $1`, [her.id])
  await as('eastAuxiliary')({ url: `/api/external-contacts/${her.id}` })
  assert.equal(
    (await query(`select from events where name = 'resident.read' and contact_id = $1`, [her.id])).length,
    looked.length + 1,
  )
})

test('two comparisons at once are one; one whose worker died is begun again and counts once', async () => {
  await Promise.all([1, 2, 3].map(() => as('chief')({ method: 'POST', url: '/api/wecom-reconciles' })))
  const open = await query(`select from wecom_reconciles where part = 'contacts' and finished_at is null`)
  assert.ok(open.length <= 1)
  await reconcile()
  await inStation(context.pool, stationId, (tx) =>
    tx.client.query(
      `insert into wecom_reconciles (station_id, id, part, started_at, done, total, added, tries, leased_until)
       values ($1, gen_random_uuid(), 'contacts', now(), 2, 9, 2, 1, now() - interval '1 second')`,
      [stationId],
    ),
  )
  const run = await reconcile()
  assert.deepEqual([run.added, run.changed, run.ended], [0, 0, 0])
  assert.equal(run.done, run.total)
})
