import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { askContactDoor } from '../external-contacts/ask-contact-door.ts'
import { startChannel, until } from '../wechat/wechat.fixture.ts'
import { askGroupDoor } from './ask-group-door.ts'

const channel = await startChannel()
const { as, world, control, query, context } = channel
const { contacts, groups, faults } = control
const { stationId, officers, villages } = world
const [wang] = control.corporation.members().map(({ userid }) => userid) as [string]
groups.create(wang, '东村平安群')
await as('chief')({ method: 'POST', url: '/api/wecom-reconciles' })
const groupId = await (async () => {
  const rows = () =>
    query('select id from chat_groups where station_id = $1 and chat_id is not null', [stationId])
  await until('the group is known', async () => (await rows()).length === 1)
  await until(
    'the work account is known',
    async () => (await query('select from work_accounts where station_id = $1', [stationId])).length > 0,
  )
  return (await rows())[0].id as string
})()

const kinds = {
  contacts: {
    url: '/api/contact-doors',
    path: 'externalcontact/add_contact_way',
    body: { label: '宣传栏', villageId: villages.east, accounts: [wang] },
    inWecom: () => contacts.ways().length,
    ask: askContactDoor as typeof askContactDoor | typeof askGroupDoor,
  },
  groups: {
    url: '/api/chat-group-doors',
    path: 'externalcontact/groupchat/add_join_way',
    body: { label: '入群', villageId: villages.east, groupIds: [groupId] },
    inWecom: () => groups.joinWays().length,
    ask: askGroupDoor,
  },
}
type Kind = (typeof kinds)[keyof typeof kinds]
const make = ({ url, body }: Kind, key = newId(), more: object = {}) =>
  as('chief')({
    ...{ method: 'POST', url, headers: { 'idempotency-key': key } },
    payload: { ...body, ...more },
  })
const again = ({ url }: Kind, id: string) => as('chief')({ method: 'POST', url: `${url}/${id}/retries` })
type Listed = { id: string; label: string; state: string; qrUrl: string | null; lost: number }
const list = async ({ url }: Kind): Promise<Listed[]> => (await as('chief')({ url })).json().items
const told = async (since: Date) =>
  (
    await query(
      `select name from events where station_id = $1 and name ~ 'door' and at > $2 order by at, id`,
      [stationId, since],
    )
  ).map(({ name }) => String(name).replace(/^.*[._]/, ''))

for (const kind of Object.values(kinds)) {
  test(`${kind.url}: while WeCom thinks no transaction is open, and a second tap waits for the same code`, async () => {
    const [before, began] = [kind.inWecom(), new Date()]
    faults.next(kind.path, { kind: 'latency', ms: 1500 })
    const key = newId()
    const both = Promise.all([make(kind, key), make(kind, key)])
    await until('it is asked', async () => (await list(kind)).some(({ state }) => state === 'asking'))
    // Neither its row nor the request's key is held: both can be locked at once.
    const table = kind === kinds.contacts ? 'contact_doors' : 'chat_group_doors'
    await query(`select from ${table} where station_id = $1 and qr_url is null for update nowait`, [
      stationId,
    ])
    const keys = await query(
      'select from idempotency_keys where station_id = $1 and key = $2 for update nowait',
      [stationId, key],
    )
    assert.equal(keys.length, 1)
    const [first, second] = await both
    assert.equal(first.statusCode, 200, first.body)
    assert.deepEqual([second.json(), (await make(kind, key)).json()], [first.json(), first.json()])
    assert.equal(kind.inWecom(), before + 1)
    assert.deepEqual(await told(began), ['asked', 'made'])
    assert.equal((await make(kind, key, { label: '另一个' })).statusCode, 409)
  })

  test(`${kind.url}: a plain no leaves nothing in the list, and the same tap may be tried again`, async () => {
    const [before, listed] = [kind.inWecom(), (await list(kind)).length]
    faults.next(kind.path, { kind: 'errcode', errcode: 48002 })
    const key = newId()
    const no = await make(kind, key)
    assert.deepEqual([no.statusCode, no.json().details], [503, undefined], no.body)
    assert.match(no.json().message, /48002/)
    assert.equal((await list(kind)).length, listed)
    assert.equal((await make(kind, key)).statusCode, 200)
    assert.equal(kind.inWecom(), before + 1)
  })

  test(`${kind.url}: without an answer it stands in the list, and nothing is made by itself`, async () => {
    for (const fault of [{ kind: 'status', status: 502 }, { kind: 'lose_answer' }] as const) {
      const [before, began] = [kind.inWecom(), new Date()]
      faults.next(kind.path, fault)
      const key = newId()
      const lost = await make(kind, key)
      assert.equal(lost.statusCode, 503)
      assert.match(lost.json().message, /没有收到企业微信的回答.*再试一次/)
      const { door } = lost.json().details
      const taken = fault.kind === 'lose_answer' ? 1 : 0
      assert.equal(kind.inWecom(), before + taken)
      // The same request over again says the same and asks nobody.
      const same = await make(kind, key)
      assert.deepEqual([same.statusCode, same.json().message], [503, lost.json().message])
      const row = (await list(kind)).find(({ id }) => id === door)
      assert.deepEqual([row?.state, row?.qrUrl, row?.lost], ['unanswered', null, 1])
      assert.equal(kind.inWecom(), before + taken)
      const [made, twice] = await Promise.all([again(kind, door), again(kind, door)])
      assert.equal(made.statusCode, 200, made.body)
      assert.deepEqual([twice.json(), (await make(kind, key)).json()], [made.json(), made.json()])
      // Of contacts WeCom has a list: what was made unseen is found there. Of groups it has none.
      assert.equal(kind.inWecom(), before + (kind === kinds.contacts ? 1 : 1 + taken))
      assert.deepEqual(await told(began), ['asked', 'unanswered', 'made'])
      assert.equal((await list(kind)).find(({ id }) => id === door)?.state, 'made')
    }
  })

  test(`${kind.url}: who died while asking leaves a row that says so`, async () => {
    const id = newId()
    const actor = { kind: 'officer', id: officers.chief } as const
    await inStation(context.pool, stationId, (tx) => kind.ask(tx, actor, id, kind.body as never, true))
    assert.equal((await list(kind)).find((row) => row.id === id)?.state, 'asking')
    const table = kind === kinds.contacts ? 'contact_doors' : 'chat_group_doors'
    await query(`update ${table} set asking_until = clock_timestamp() where station_id = $1 and id = $2`, [
      stationId,
      id,
    ])
    assert.equal((await list(kind)).find((row) => row.id === id)?.state, 'unanswered')
    const before = kind.inWecom()
    assert.equal((await again(kind, id)).statusCode, 200)
    assert.equal(kind.inWecom(), before + 1)
    assert.equal((await again(kind, newId())).statusCode, 404)
  })
}

test('a code of groups whose picture was not told is not made a second time', async () => {
  const kind = kinds.groups
  const before = kind.inWecom()
  faults.next('externalcontact/groupchat/get_join_way', { kind: 'status', status: 500 })
  const half = await make(kind)
  assert.match(half.json().message, /已经生成/)
  const { door } = half.json().details
  assert.deepEqual((await list(kind)).find(({ id }) => id === door)?.lost, 0)
  assert.equal((await again(kind, door)).statusCode, 200)
  assert.equal(kind.inWecom(), before + 1)
})
