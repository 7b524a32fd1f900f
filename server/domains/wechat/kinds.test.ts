import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { readAesKey } from '../../gateways/wecom/cipher.ts'
import { sealCallback } from '../../gateways/wecom/seal-callback.ts'
import { demoCallback } from '../../gateways/wecom/twin/corporation/demo-corporation.ts'
import { makePhoto } from '../../gateways/wecom/twin/media/make-photo.ts'
import { makeVoice } from '../../gateways/wecom/twin/media/make-voice.ts'
import { newId } from '../../platform/id.ts'
import { startJobs } from '../../platform/jobs/start-jobs.ts'
import { jobPlan } from '../../reactions.ts'
import { startChannel, until } from './wechat.fixture.ts'

let stopJobs = async () => {}
after(() => stopJobs())
const channel = await startChannel()
const { context, control, openKfid, query, world, database } = channel
const { stationId } = world
const { phone } = control.kf
const jobs = await startJobs({
  context,
  servingUrl: database.servingUrl,
  plan: jobPlan,
  runs: true,
  pollSeconds: 0.5,
})
stopJobs = () => jobs.stop()
context.jobs = jobs

const who = channel.person('周小梅')
type Shown = {
  body: string
  files: { kind: string; mediaType: string; id: string }[]
  marks: { kind: string; detail: string }[]
}
async function shown(): Promise<Shown[]> {
  const [row] = await query(
    'select conversation_id from kf_people where station_id = $1 and external_userid = $2',
    [stationId, who],
  )
  if (!row?.conversation_id) return []
  const answer = await channel.as('officer')({
    method: 'GET',
    url: `/api/conversations/${row.conversation_id}`,
  })
  return answer.json().messages
}
const find = async (words: string) => (await shown()).find(({ body }) => body.includes(words))
const raw = (msgtype: string, body: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  msgid: crypto.randomUUID(),
  open_kfid: openKfid,
  external_userid: who,
  send_time: control.clock.seconds(),
  origin: 3,
  msgtype,
  [msgtype]: body,
  ...more,
})

test('photo, voice, place, link, forwarded chat, menu and recall all become readable', {
  timeout: 120_000,
}, async () => {
  phone.write(openKfid, who, '我发几样东西')
  phone.send(openKfid, who, 'image', {
    bytes: Buffer.from(await makePhoto()),
    filename: 'a.jpg',
    type: 'image/jpeg',
  })
  phone.send(openKfid, who, 'voice', {
    bytes: Buffer.from(makeVoice()),
    filename: 'a.amr',
    type: 'audio/amr',
  })
  control.kf.put(
    openKfid,
    raw('location', { latitude: 28.1, longitude: 112.3, name: '东村小学', address: '正街3号' }),
  )
  control.kf.put(openKfid, raw('link', { title: '防骗通知', desc: '看看', url: 'https://example.com/a' }))
  const inner = (name: string, at: number, content: string) => ({
    sender_name: name,
    send_time: at,
    msgtype: 'text',
    msg_content: JSON.stringify({ msgtype: 'text', text: { content } }),
  })
  control.kf.put(
    openKfid,
    raw('merged_msg', {
      title: '东村村群的聊天记录',
      item: [inner('张三', 1_700_000_000, '谁家的牛'), inner('李四', 1_700_000_060, '在河边')],
    }),
  )
  phone.tapMenu(openKfid, who, '1', '开证明')
  const takenBack = phone.write(openKfid, who, '说错了的话')
  phone.recall(openKfid, who, takenBack)
  await until('the photo', async () => (await find('［照片］'))?.files[0]?.kind === 'photo', 60_000)
  await until('the voice', async () => (await find('［语音］'))?.files[0]?.mediaType === 'audio/amr', 60_000)
  await until('the recall', async () => (await find('说错了的话'))?.marks[0]?.kind === 'recalled')
  assert.match((await find('［位置］'))!.body, /东村小学，正街3号/)
  assert.match((await find('［链接］'))!.body, /防骗通知\n看看\nhttps/)
  assert.match(
    (await find('［转发的聊天记录］'))!.body,
    /张三（11月15日 06:13）：谁家的牛\n李四（11月15日 06:14）：在河边/,
  )
  assert.ok(await find('［点选］开证明'))
})

test('an attachment that can not be had is told on its message', { timeout: 60_000 }, async () => {
  control.kf.put(openKfid, raw('image', { media_id: 'gone-for-ever' }))
  await until('told', async () => (await shown()).at(-1)?.marks[0]?.kind === 'file_missing', 40_000)
  assert.match((await shown()).at(-1)!.marks[0]!.detail, /三天/)
})

test('who has sent her day’s files is told so by a mark, and her recording is not kept', {
  timeout: 60_000,
}, async () => {
  const [{ contact_id: contact }] = await query(
    'select contact_id from kf_people where station_id = $1 and external_userid = $2',
    [stationId, who],
  )
  await query(
    `insert into files (station_id, id, owner_kind, owner_id, kind, media_type, sha256, size)
     select $1, f.id, 'resident', $2, 'photo', 'image/jpeg', repeat('0', 64), 1 from unnest($3::uuid[]) as f(id)`,
    [stationId, contact, Array.from({ length: 200 }, () => newId())],
  )
  const recordings = async () =>
    (
      await query("select count(*)::int as n from files where station_id = $1 and kind = 'voice'", [
        stationId,
      ])
    )[0].n
  const before = await recordings()
  phone.send(openKfid, who, 'voice', {
    bytes: Buffer.from(makeVoice()),
    filename: 'b.amr',
    type: 'audio/amr',
  })
  await until(
    'told',
    async () => /今天发来的照片和文件太多/.test((await shown()).at(-1)?.marks[0]?.detail ?? ''),
    40_000,
  )
  assert.equal(await recordings(), before)
})

type Letter = {
  id: string
  job: string
  owner: { id: string; name: string; by: string | null } | null
  replayed: object | null
  settled: { by: string; reason: string } | null
}

test('T11: what nobody can read ends among the dead letters with its bytes; the others are not slowed', {
  timeout: 180_000,
}, async (t) => {
  const count = 200
  const seal = {
    token: demoCallback.token,
    key: readAesKey(demoCallback.encodingAesKey),
    receiveId: control.corporation.corpId,
  }
  const post = async (message: string, receiveId = seal.receiveId) => {
    const sealed = sealCallback({ ...seal, receiveId }, message)
    const search = new URLSearchParams({
      msg_signature: sealed.msgSignature,
      timestamp: sealed.timestamp,
      nonce: sealed.nonce,
    })
    return (
      await fetch(`${channel.callbackUrl}?${search}`, {
        method: 'POST',
        body: `<xml><Encrypt>${sealed.encrypt}</Encrypt></xml>`,
      })
    ).status
  }
  const run = async (name: string, poison: boolean) => {
    const began = performance.now()
    for (let n = 0; n < count; n++) {
      phone.write(openKfid, who, `${name} ${n}`)
      if (!poison) continue
      if (n === 20) assert.equal(await post('<xml>', 'wwSomebodyElse'), 400)
      if (n === 40) assert.equal(await post('<xml><Event>no end'), 400)
      if (n === 60) control.kf.put(openKfid, raw('hologram', { shape: 'cube' }))
      if (n === 80) control.kf.put(openKfid, raw('text', { content: '长'.repeat(41_000) }))
    }
    await until(
      name,
      async () =>
        (
          await query(`select count(*)::int as n from messages where station_id = $1 and body like $2`, [
            stationId,
            `${name} %`,
          ])
        )[0].n === count,
      60_000,
    )
    return Math.round(performance.now() - began)
  }
  const plain = await run('平常', false)
  const poisoned = await run('夹着毒', true)
  const letters = async () =>
    (await channel.as('administrator')({ method: 'GET', url: '/api/jobs/dead-letters' })).json().items as {
      id: string
      job: string
    }[]
  await until('four dead letters', async () => (await letters()).length === 4, 90_000)
  assert.deepEqual((await letters()).map(({ job }) => job).sort(), [
    'handle-kf-message',
    'handle-kf-message',
    'read-wechat-envelope',
    'read-wechat-envelope',
  ])
  const [{ kept }] = await query(
    'select count(*)::int as kept from wechat_envelopes where station_id = $1 and fail_code is not null and length(body) > 0',
    [stationId],
  )
  const [{ raws }] = await query(
    `select count(*)::int as raws from kf_messages where station_id = $1 and troubled_at is not null and length(raw::text) > 0`,
    [stationId],
  )
  assert.deepEqual([kept, raws], [2, 2])
  // Whoever wrote it is seen all the same.
  assert.ok(
    (await query(`select from messages where station_id = $1 and body like '%hologram%'`, [stationId]))
      .length === 1,
  )
  const letterList = async () =>
    (await channel.as('officer')({ url: '/api/wechat/letters' })).json() as Letter[]
  // At an empty desk they wait; whoever begins gets them.
  assert.ok((await letterList()).every(({ owner }) => owner === null))
  await query(
    `insert into duty_shifts (station_id, id, officer_id, kind, starts_at, ends_at)
     values ($1, gen_random_uuid(), $2, 'desk', now() - interval '1 hour', now() + interval '1 hour')`,
    [stationId, world.officers.officer],
  )
  await until('each with an owner', async () => {
    const own = await letterList()
    return own.length === 4 && own.every(({ owner }) => owner?.name)
  })
  const holds = async (id: string) =>
    (await channel.as('officer')({ url: `/api/wechat/letters/${id}` })).json().bytes as string
  const own = await letterList()
  const odd: Letter[] = []
  for (const each of own) if ((await holds(each.id)).includes('hologram')) odd.push(each)
  assert.equal(odd.length, 1, 'its bytes are there to be read')
  const act = async (id: string, deed: string, payload?: object) =>
    (
      await channel.as('officer')({
        ...{ method: 'POST', url: `/api/wechat/letters/${id}/${deed}` },
        ...(payload && { payload }),
      })
    ).statusCode
  const chief = world.officers.chief
  assert.equal(await act(odd[0]!.id, 'owner', { officerId: chief }), 200)
  assert.equal(await act(odd[0]!.id, 'owner', { officerId: world.officers.administrator }), 409)
  for (let tap = 0; tap < 2; tap++)
    assert.equal(await act(odd[0]!.id, 'settlement', { reason: '打电话问过，是发错了' }), 200)
  const settled = (await letterList()).find(({ id }) => id === odd[0]!.id)!
  assert.deepEqual(
    [settled.owner?.id, settled.owner?.by, settled.settled?.by, settled.settled?.reason],
    [chief, '李民警', '李民警', '打电话问过，是发错了'],
  )
  const home = (await channel.as('officer')({ url: '/api/station-home' })).json()
  assert.equal(home.alarms.find(({ key }: { key: string }) => key === 'wechat_letters').count, 3)
  assert.equal((await letters()).length, 3)
  const before = (
    await query('select count(*)::int as n from messages where station_id = $1', [stationId])
  )[0].n
  const [letter] = await letters()
  for (let times = 0; times < 2; times++)
    await channel.as('administrator')({ method: 'POST', url: `/api/jobs/dead-letters/${letter!.id}/replay` })
  const tried = own.find(({ id, job }) => job === 'handle-kf-message' && id !== odd[0]!.id)!
  for (let tap = 0; tap < 2; tap++) assert.equal(await act(tried.id, 'replay'), 200)
  await until('back among them', async () => (await letters()).length === 3, 90_000)
  await until('open again, with its owner', async () => {
    const again = (await letterList()).find(({ id }) => id === tried.id)!
    return again.replayed === null && again.owner?.id === tried.owner?.id
  })
  assert.equal(
    (await query('select count(*)::int as n from messages where station_id = $1', [stationId]))[0].n,
    before,
  )
  t.diagnostic(
    JSON.stringify({ id: 'T11', messages: count, plainMs: plain, poisonedMs: poisoned, deadLetters: 4 }),
  )
})
