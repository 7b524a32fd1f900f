import assert from 'node:assert/strict'
import { test } from 'node:test'
import { receiveMessage } from '../inbox/receive-message.ts'
import { startChannel, until } from './wechat.fixture.ts'

const channel = await startChannel({ worker: false })
const { context, control, openKfid, query, world } = channel
const { stationId } = world

const text = (who: string, content: string, more: Record<string, unknown> = {}) => ({
  msgid: crypto.randomUUID(),
  open_kfid: openKfid,
  external_userid: who,
  send_time: Math.floor(Date.now() / 1000) - 30,
  origin: 3,
  msgtype: 'text',
  text: { content },
  ...more,
})
const handled = async () =>
  (
    await query(
      'select count(*) filter (where handled_at is null)::int as n, count(*)::int as all from kf_messages where station_id = $1',
      [stationId],
    )
  )[0]
const of = async (who: string) =>
  (await query(
    `select m.body, m.conversation_id as conversation, m.direction from messages m join kf_people p on p.station_id = $1
       and p.contact_id = m.contact_id where m.station_id = $1 and p.external_userid = $2 order by m.sent_at, m.id`,
    [stationId, who],
  )) as { body: string; conversation: string; direction: string }[]
const pulled = (count: number) =>
  until('all handled', async () => {
    const { n, all } = await handled()
    return n === 0 && all === count
  })

test('words of many go in together: each one’s in their order and in one matter, each once, with their account and time', {
  timeout: 60_000,
}, async () => {
  const people = Array.from({ length: 12 }, (_, n) => channel.person(`同来${n}`))
  const late = { send_time: Math.floor(Date.now() / 1000) - 3600 }
  for (let n = 0; n < 120; n++)
    control.kf.put(openKfid, text(people[n % 12]!, `第 ${Math.floor(n / 12)} 句`, n === 0 ? late : {}))
  await channel.restartWorker()
  await pulled(120)
  for (const who of people) {
    const said = await of(who)
    assert.deepEqual(
      said.map(({ body }) => body),
      Array.from({ length: 10 }, (_, n) => `第 ${n} 句`),
    )
    assert.equal(new Set(said.map(({ conversation }) => conversation)).size, 1)
  }
  const [facts] = await query(
    `select (select count(*)::int from message_accounts where station_id = $1 and account = $2) as accounts,
       (select count(*)::int from message_marks where station_id = $1 and kind = 'late') as late,
       (select count(*)::int from reply_lines where station_id = $1 and heard_at > now() - interval '1 minute') as lines,
       (select count(*)::int from contacts where station_id = $1 and door_opened_at is not null and channel = 'wechat') as doors,
       (select count(distinct xmin::text)::int from messages where station_id = $1) as commits`,
    [stationId, openKfid],
  )
  assert.deepEqual({ ...facts, commits: 0 }, { accounts: 120, late: 1, lines: 12, doors: 12, commits: 0 })
  assert.ok(facts.commits <= 24, `${facts.commits} commits for 120 messages`)
})

test('what had been received and not marked, and what is not plain words, keep their place and are there once', {
  timeout: 60_000,
}, async () => {
  await channel.stopWorker()
  const before = (await handled()).all
  const [again, mixed, ...others] = Array.from({ length: 6 }, (_, n) => channel.person(`又来${n}`))
  const first = text(again!, '头一句')
  const items = [first, text(again!, '第二句'), text(mixed!, '我问一句'), text(mixed!, '再问一句')]
  items.push(text(mixed!, '同事答一句', { origin: 5, servicer_userid: 'LiMing' }), text(mixed!, '谢谢'))
  for (const who of others) items.push(text(who, '在旁边说的'))
  for (const item of items) control.kf.put(openKfid, item)
  // A process took the first words into the inbox and died before it could note that.
  const contactId = crypto.randomUUID()
  await query(
    `with met as (insert into external_people (station_id, external_userid, contact_id) values ($1, $2, $3))
     insert into kf_people (station_id, external_userid, contact_id) values ($1, $2, $3)`,
    [stationId, again, contactId],
  )
  const taken = await receiveMessage(context, {
    ...{ stationId, contact: { id: contactId, channel: 'wechat' }, clientKey: `kf-${first.msgid}` },
    ...{ body: '头一句', fileIds: [], hasVoice: false, sentAt: new Date(first.send_time * 1000) },
    actor: { kind: 'resident', id: contactId },
  })
  await channel.restartWorker()
  await pulled(before + items.length)
  const words = async (who: string) => (await of(who)).map(({ body }) => body)
  assert.deepEqual(await words(again!), ['头一句', '第二句'])
  assert.ok((await of(again!)).every(({ conversation }) => conversation === taken.conversationId))
  assert.deepEqual(await words(mixed!), ['我问一句', '再问一句', '同事答一句', '谢谢'])
  assert.deepEqual(
    (await of(mixed!)).map(({ direction }) => direction),
    ['inbound', 'inbound', 'outbound', 'inbound'],
  )
  for (const who of others) assert.deepEqual(await words(who), ['在旁边说的'])
})
