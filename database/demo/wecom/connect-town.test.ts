import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../../server/domains/wechat/wechat.fixture.ts'
import { disconnectTown } from './disconnect-town.ts'
import { startSmallTown } from './town-twin.fixture.ts'

const town = await startSmallTown()
const { as, query } = town
const account = 'wkEMUdemo001'

const messages = () =>
  query(
    `select m.body, m.direction, m.conversation_id as conversation, m.contact_id as contact, d.state
     from messages m left join message_deliveries d on d.station_id = $1 and d.message_id = m.id
     where m.station_id = $1 order by m.received_at, m.id`,
  )

/** What somebody sees and does on the twin's pages. */
function visit(url: string) {
  const read = async (path: string) => {
    const answer = await fetch(new URL(path, url))
    assert.equal(answer.status, 200, path)
    return answer.text()
  }
  const act = async (fields: Record<string, string>) => {
    const body = new URLSearchParams(fields)
    const answer = await fetch(new URL('/act', url), { method: 'POST', body, headers: { 'x-page': '1' } })
    assert.equal(answer.status, 204, await answer.text())
  }
  return {
    read,
    act,
    phone: (who: string) => read(`/phone/bubbles?kf=${account}&who=${who}`),
    write: (who: string, words: string) => act({ deed: 'write', kf: account, who, words }),
  }
}

async function arrived(words: string) {
  await until(`arrived: ${words}`, async () => (await messages()).some(({ body }) => body === words))
  return (await messages()).find(({ body }) => body === words)!
}

async function answer(to: { conversation: string; contact: string }, body: string): Promise<void> {
  const said = await as('officer')({
    method: 'POST',
    url: `/api/conversations/${to.conversation}/messages`,
    payload: { contactId: to.contact, clientKey: crypto.randomUUID(), body },
  })
  assert.equal(said.statusCode, 201, said.body)
}

const status = async () => (await as('administrator')({ url: '/api/wechat' })).json()

test('a start connects the town: doors of every village, callbacks, nothing that differs', async () => {
  const began = await town.start()
  assert.deepEqual(began?.troubles, [])
  const { verifiedAt, signedWith, accounts, callError, baseUrl } = await status()
  assert.deepEqual([Boolean(verifiedAt), signedWith, callError], [true, 'new', null])
  assert.equal(`${baseUrl}/`, began!.url)
  assert.deepEqual(
    accounts.map(({ name, doors }: { name: string; doors: unknown[] }) => [name, doors.length]).sort(),
    [
      ['东村警务室', 1],
      ['测试镇派出所', 1],
      ['西村警务室', 1],
    ].sort(),
  )
  await compare()
  const [members] = await query('select member_count from chat_groups where station_id = $1')
  assert.equal(members.member_count, 41)
})

test('the pages find one of many, and show fifty', async () => {
  const { baseUrl } = await status()
  const { read } = visit(baseUrl)
  const home = await read('/')
  assert.equal(home.match(/打开手机/g)?.length, 50)
  assert.ok(home.length < 60_000, `${home.length} letters`)
  const found = await read('/home/people?q=居民117')
  assert.equal(found.match(/打开手机/g)?.length, 1)
  assert.match(await read('/home/people?from=100'), /第 101–120 个/)
  assert.match(await read('/person?who=demo-5'), /东村警务室.*扫码写给它/s)
  const officer = await read('/officer?who=dongcun')
  assert.match(officer, /全部 120 位客户/)
  assert.ok(officer.length < 30_000, `${officer.length} letters`)
  assert.equal((await read('/officer/contacts?who=dongcun')).match(/>删除客户</g)?.length, 50)
  assert.match(await read('/officer/contacts/new?who=chief&q=东村'), /加为客户/)
  assert.equal((await read('/group?id=demo-group')).match(/>退群</g)?.length, 40)
})

test('words arrive and are answered; a twin with another seed loses nothing and makes no gap', async () => {
  const { baseUrl: before } = await status()
  const first = visit(before)
  await first.write('demo-7', '路灯坏了')
  const question = await arrived('路灯坏了')
  await answer(question, '今天就去看')
  await until('the answer is on the phone', async () => (await first.phone('demo-7')).includes('今天就去看'))
  await town.stop()
  // A start without the twin in between: nobody is asked who never answers.
  await disconnectTown(town.context, town.world.stationId)
  assert.equal((await status()).corpId, null)
  await query(
    `update kf_accounts set pulled_at = clock_timestamp() - interval '5 days', wanted_at = clock_timestamp() - interval '5 days',
       wanted_token = 'gone' where station_id = $1`,
  )

  const again = await town.start()
  assert.deepEqual(again?.troubles, [])
  const second = visit(again!.url)
  assert.notEqual(again!.url, `${before}/`)
  // What was said stands on her phone again, and yesterday's words can still be answered.
  assert.match(await second.phone('demo-7'), /路灯坏了.*今天就去看/s)
  await answer(question, '已经修好')
  await until('the answer is on the phone', async () => (await second.phone('demo-7')).includes('已经修好'))
  const began = performance.now()
  await second.write('demo-7', '谢谢')
  await arrived('谢谢')
  // Though every account waits for its turn to be asked at the start.
  assert.ok(performance.now() - began < 6000, `${performance.now() - began} ms`)
  await second.write('demo-8', '还有一盏')
  await arrived('还有一盏')

  const { accounts, gaps, unhandled, troubled, baseUrl } = await status()
  assert.deepEqual([gaps, unhandled, troubled], [[], 0, 0])
  assert.equal(`${baseUrl}/`, again!.url)
  for (const { doors } of accounts) assert.ok(doors[0].url.startsWith(baseUrl), doors[0].url)
  const said = await messages()
  assert.deepEqual(
    said.map(({ body }) => body).sort(),
    ['今天就去看', '已经修好', '谢谢', '路灯坏了', '还有一盏'].sort(),
  )
  assert.ok(said.every(({ state }) => state === null || state === 'accepted'))
  const [{ bound }] = await query(
    'select count(*)::int as bound from officer_wecom_members where station_id = $1 and confirmed_at is not null',
  )
  assert.equal(bound, 2)
  await compare()
})

/** Both comparisons in full find nothing. */
async function compare(): Promise<void> {
  const asked = await as('chief')({ method: 'POST', url: '/api/wecom-reconciles' })
  assert.equal(asked.statusCode, 200, asked.body)
  type Run = {
    finishedAt: string | null
    added: number
    changed: number
    ended: number
    failure: string | null
  }
  const runs = async (): Promise<Run[]> => (await as('chief')({ url: '/api/wecom-reconciles' })).json().items
  await until('the comparisons end', async () => (await runs()).every(({ finishedAt }) => finishedAt))
  for (const { added, changed, ended, failure } of await runs())
    assert.deepEqual([added, changed, ended, failure], [0, 0, 0, null])
}
