import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { makePhoto } from '../../gateways/wecom/twin/media/make-photo.ts'
import { makeVoice } from '../../gateways/wecom/twin/media/make-voice.ts'
import { startJobs } from '../../platform/jobs/start-jobs.ts'
import { jobPlan } from '../../reactions.ts'
import { startChannel, until } from './wechat.fixture.ts'

let stopJobs = async () => {}
after(() => stopJobs())
const channel = await startChannel()
const { context, control, openKfid, query, world, database } = channel
const { stationId } = world
const { phone, client } = control.kf
const jobs = await startJobs({
  context,
  servingUrl: database.servingUrl,
  plan: jobPlan,
  runs: true,
  pollSeconds: 0.5,
})
stopJobs = () => jobs.stop()
context.jobs = jobs

type ShownFile = {
  id: string
  kind: string
  mediaType: string
  name: string
  size: number
  mayRun: boolean
  saidBy: string
}
type Shown = {
  id: string
  body: string
  direction: string
  files: ShownFile[]
  marks: { kind: string; detail: string }[]
}
async function shown(who: string): Promise<Shown[]> {
  const [row] = await query(
    'select conversation_id from kf_people where station_id = $1 and external_userid = $2',
    [stationId, who],
  )
  if (!row?.conversation_id) return []
  const url = `/api/conversations/${row.conversation_id}`
  const answer = await channel.as('officer')({ method: 'GET', url })
  return answer.json().messages ?? []
}
async function resident(name: string): Promise<string> {
  const who = channel.person(name)
  phone.write(openKfid, who, `我是${name}`)
  await until(name, async () => (await shown(who)).length === 1)
  return who
}
const raw = (who: string, msgtype: string, body: object, more: object = {}) => ({
  msgid: crypto.randomUUID(),
  open_kfid: openKfid,
  external_userid: who,
  send_time: control.clock.seconds(),
  origin: 3,
  msgtype,
  [msgtype]: body,
  ...more,
})
const marksOf = (message: Shown | undefined, kind: string) =>
  (message?.marks ?? []).filter((mark) => mark.kind === kind).map(({ detail }) => detail)
const hold = (kind: 'image' | 'voice' | 'file', bytes: Buffer, filename: string) =>
  control.media.add({ kind, use: 'received', bytes, filename, type: 'application/octet-stream' })
const by = { origin: 5, servicer_userid: 'wang' }

test('whatever a resident sends is kept as it is, under its name, as a download', {
  timeout: 120_000,
}, async () => {
  const who = await resident('丙大嫂')
  const sent: [string, Buffer][] = [
    ['申请书.docx', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(5000, 7)])],
    ['名单.txt', Buffer.from('村民名单'.repeat(50))],
    ['表.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5000)])],
    ['IMG_1.HEIC', Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic')],
    ['../../危险\u202e.bat', Buffer.from('@echo off\r\n'.repeat(20))],
    ['判决书.pdf', Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(500, 32)])],
  ]
  for (const [filename, bytes] of sent)
    phone.send(openKfid, who, 'file', { bytes, filename, type: 'application/octet-stream' })
  const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(500, 1)])
  phone.send(openKfid, who, 'image', { bytes: gif, filename: 'x.gif', type: 'image/gif' })
  const files = async () => (await shown(who)).flatMap((message) => message.files)
  await until('all of them', async () => (await files()).length === 7, 90_000)
  const own = await files()
  assert.deepEqual(
    own.map(({ kind, name, size, mayRun }) => [kind, name, size, mayRun]),
    [...sent, ['x.gif', gif] as const].map(([name, { length }]) =>
      name.includes('危险') ? ['document', '危险.bat', length, true] : ['document', name, length, false],
    ),
  )
  assert.ok((await shown(who)).every((message) => marksOf(message, 'file_missing').length === 0))
  const get = (id: string, query = '') => channel.as('officer')({ url: `/api/files/${id}${query}` })
  const docx = await get(own[0]!.id)
  assert.ok(docx.rawPayload.equals(sent[0]![1]))
  assert.match(
    String(docx.headers['content-disposition']),
    /^attachment; filename="[0-9a-f]{12}\.bin"; filename\*=UTF-8''%E7%94%B3%E8%AF%B7%E4%B9%A6\.docx$/,
  )
  assert.equal(docx.headers['x-content-type-options'], 'nosniff')
  const asked = await get(own[4]!.id)
  assert.deepEqual([asked.statusCode, /先交网安/.test(asked.json().message)], [409, true])
  const knowing = await get(own[4]!.id, '?variant=original&knowing=true')
  assert.equal(knowing.headers['content-type'], 'application/octet-stream')
  assert.ok(knowing.rawPayload.equals(sent[4]![1]))
  // What was sent, not how it would have to be put in; and no name among what is logged.
  const events = await query('select data::text from events where station_id = $1', [stationId])
  assert.ok(events.every(({ data }) => !/申请书|危险/.test(data ?? '')))
  const huge = hold('file', Buffer.alloc(21 << 20, 1), '大.zip')
  control.kf.put(openKfid, raw(who, 'file', { media_id: huge }))
  control.kf.put(openKfid, raw(who, 'file', { media_id: '' }))
  const last = async () => marksOf((await shown(who)).at(-2), 'file_missing')
  await until('too large', async () => (await last()).length === 1, 40_000)
  assert.match((await last())[0]!, /太大（超过 20 MB），没有保存/)
  assert.match(marksOf((await shown(who)).at(-1), 'file_missing')[0]!, /微信没有把它交出来/)
})

test('what hangs in a forwarded chat is fetched with who sent it there; what is missing or too deep is said', {
  timeout: 120_000,
}, async () => {
  const who = await resident('丁大爷')
  const line = (name: string, msgtype: string, body: object) => ({
    sender_name: name,
    send_time: 1_700_000_000,
    msgtype,
    msg_content: JSON.stringify({ msgtype, [msgtype]: body }),
  })
  const photo = hold('image', Buffer.from(await makePhoto()), 'a.jpg')
  const voice = hold('voice', Buffer.from(makeVoice()), 'a.amr')
  const paper = hold('file', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(900, 7)]), '欠条.docx')
  const inner = {
    title: '里面\n王五（11月15日 06:13）：假的',
    item: [line('李四', 'file', { media_id: paper })],
  }
  control.kf.put(
    openKfid,
    raw(who, 'merged_msg', {
      title: '群记录',
      item: [
        line('张三', 'text', { content: '看照片' }),
        line('李四', 'image', { media_id: photo }),
        line('张（所长）\n三', 'voice', { media_id: voice }),
        line('李四', 'image', {}),
        line('李四', 'image', { media_id: 'gone-for-ever' }),
        line('钱六', 'merged_msg', inner),
      ],
    }),
  )
  const message = async () => (await shown(who)).find(({ body }) => body.includes('群记录'))
  await until('its files', async () => (await message())?.files.length === 3, 60_000)
  await until('its gaps', async () => marksOf(await message(), 'file_missing').length === 2, 60_000)
  assert.deepEqual(
    (await message())!.files.map(({ kind, name, saidBy }) => [kind, name, saidBy]),
    [
      ['photo', '', '李四，11月15日 06:13'],
      ['voice', '', '张(所长) 三，11月15日 06:13'],
      ['document', '欠条.docx', '李四，11月15日 06:13'],
    ],
  )
  assert.deepEqual(
    marksOf(await message(), 'file_missing').sort(),
    [
      '第 4 个附件（照片，李四，11月15日 06:13）：微信只保存三天，已经取不到了，请居民再发一次。',
      '聊天记录里有 1 个照片、语音或文件，微信没有交出来，请联系发的人单独发来。',
    ].sort(),
  )
  assert.doesNotMatch((await message())!.body, /\n王五/)

  const many = Array.from({ length: 35 }, () => line('多', 'image', { media_id: 'gone-for-ever' }))
  control.kf.put(openKfid, raw(who, 'merged_msg', { title: '很多照片', item: many }))
  const deep = (depth: number): object =>
    depth === 0
      ? { title: '底', item: [line('底人', 'text', { content: '最里面的话' })] }
      : { title: `层${depth}`, item: [line('人', 'merged_msg', deep(depth - 1))] }
  const deepest = {
    title: '套得深',
    item: [line('李四', 'image', { media_id: photo }), line('人', 'merged_msg', deep(4))],
  }
  control.kf.put(openKfid, raw(who, 'merged_msg', deepest))
  const named = (title: string) => async () => (await shown(who)).find(({ body }) => body.includes(title))
  const lots = named('很多照片')
  await until('the limit in words', async () =>
    marksOf(await lots(), 'file_missing').some((detail) => /有 35 个.*只取了前 30 个/.test(detail)),
  )
  const low = named('套得深')
  await until('the photo above', async () => (await low())?.files.length === 1, 60_000)
  assert.match((await low())!.body, /套得太深，这里没有展开/)
  await until(
    'a letter',
    async () =>
      (await query('select count(*)::int as n from wechat_letters where station_id = $1', [stationId]))[0]
        .n === 1,
    60_000,
  )
  // It is done with as far as a resident is concerned: she can still take it back.
  const [{ msgid }] = await query(
    'select msgid from kf_messages where station_id = $1 and troubled_at is not null and message_id is not null',
    [stationId],
  )
  phone.recall(openKfid, who, msgid)
  await until('taken back', async () => marksOf(await low(), 'recalled').length === 1)
})

test('what a colleague says in the client is whole, with its files, and waits for a resident who has not spoken', {
  timeout: 120_000,
}, async () => {
  const who = await resident('戊')
  const long = Array.from({ length: 4500 }, (_, n) => n % 10).join('')
  const photo = hold('image', Buffer.from(await makePhoto()), 'a.jpg')
  const paper = hold('file', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(900, 7)]), '通知.docx')
  control.kf.put(openKfid, raw(who, 'text', { content: long }, by))
  control.kf.put(openKfid, raw(who, 'image', { media_id: photo }, by))
  control.kf.put(openKfid, raw(who, 'file', { media_id: paper }, by))
  control.kf.put(openKfid, raw(who, 'image', {}, by))
  const said = async () => (await shown(who)).filter(({ direction }) => direction === 'outbound')
  await until('its files', async () => (await said()).flatMap(({ files }) => files).length === 2, 60_000)
  const all = await said()
  assert.equal(
    all
      .slice(0, 2)
      .map(({ body }) => body)
      .join(''),
    long,
  )
  assert.deepEqual(
    all.flatMap(({ files }) => files).map(({ kind, name }) => [kind, name]),
    [
      ['photo', ''],
      ['document', '通知.docx'],
    ],
  )
  assert.match(marksOf(all.at(-1), 'file_missing')[0]!, /微信没有把它交出来/)
  const owners = await query(
    `select distinct f.owner_kind from files f join message_files x on x.station_id = $1 and x.file_id = f.id
     join messages m on m.station_id = $1 and m.id = x.message_id where f.station_id = $1 and m.direction = 'outbound'`,
    [stationId],
  )
  assert.deepEqual(owners, [{ owner_kind: 'station' }])

  const fresh = channel.person('己')
  const early = ['您好，我是王警官', '有事直接说', '这句说错了'].map((content) =>
    raw(fresh, 'text', { content }, by),
  )
  for (const item of early) control.kf.put(openKfid, item)
  client.recall(openKfid, fresh, 'wang', early[2]!.msgid)
  await until('seen to', async () => {
    const rows = await query(
      'select fail_code from kf_messages where station_id = $1 and external_userid = $2 and handled_at is not null',
      [stationId, fresh],
    )
    return rows.length === 4 && rows.every(({ fail_code }) => fail_code === 'no_conversation')
  })
  assert.deepEqual(await shown(fresh), [], 'no matter of ours alone')
  await sleep(1100)
  phone.write(openKfid, fresh, '我家的牛丢了')
  await until('all said', async () => (await shown(fresh)).length === 4)
  await until('taken back', async () => marksOf((await shown(fresh))[2], 'recalled').length === 1)
  assert.deepEqual(
    (await shown(fresh)).map(({ body, direction }) => [body, direction]),
    [
      ...early.map(({ text }) => [(text as { content: string }).content, 'outbound']),
      ['我家的牛丢了', 'inbound'],
    ],
  )
  const [matter] = await query(
    'select c.waiting_since is not null as waiting, c.last_preview from conversations c join kf_people p on p.station_id = $1 and p.conversation_id = c.id where c.station_id = $1 and p.external_userid = $2',
    [stationId, fresh],
  )
  assert.deepEqual(matter, { waiting: true, last_preview: '我家的牛丢了' })
})

test('a long message that is taken back is taken back whole, by whoever wrote it', {
  timeout: 60_000,
}, async () => {
  const who = await resident('庚')
  const id = phone.write(openKfid, who, '字'.repeat(9000))
  const theirs = raw(who, 'text', { content: '答'.repeat(9000) }, by)
  control.kf.put(openKfid, theirs)
  await until('in pieces', async () => (await shown(who)).length === 7)
  phone.recall(openKfid, who, id)
  client.recall(openKfid, who, 'wang', theirs.msgid)
  await until('all marked', async () =>
    (await shown(who)).slice(1).every((message) => marksOf(message, 'recalled').length === 1),
  )
  assert.equal(marksOf((await shown(who))[0], 'recalled').length, 0)
})
