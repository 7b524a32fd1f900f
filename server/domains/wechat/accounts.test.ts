import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Conversation } from '../../../contract/inbox.ts'
import { inStation } from '../../platform/tenancy.ts'
import { countReplyLines } from '../inbox/count-reply-lines.ts'
import { readReplyLine } from '../inbox/reply-line.ts'
import { startChannel, until } from './wechat.fixture.ts'

// One resident who uses two accounts of the station.
const channel = await startChannel()
const { context, control, openKfid: east, query, world } = channel
const { stationId } = world
const { client, phone } = control.kf
const west = control.kf.addAccount('西村服务站')
const colleague = control.corporation.members()[0]!.userid
for (const account of [east, west]) control.kf.addServicer(account, colleague)
const officer = channel.as('officer')

/** The platform's clock tells seconds; ours goes with it, since sessions that end here are told by ours. */
const nextSecond = () => sleep(1100)

function resident(name: string) {
  const who = channel.person(name)
  const ids = async () =>
    (
      await query(
        `select p.conversation_id as id, p.contact_id as contact from kf_people p join conversations c on c.station_id = $1
           and c.id = p.conversation_id where p.station_id = $1 and p.external_userid = $2`,
        [stationId, who],
      )
    )[0] as { id: string; contact: string } | undefined
  const show = async () => {
    const { id } = (await ids())!
    return (await officer({ url: `/api/conversations/${id}` })).json() as Conversation
  }
  const talk = async (deed: string, payload: Record<string, unknown>) =>
    officer({ method: 'POST', url: `/api/conversations/${(await ids())!.id}/${deed}`, payload })
  const isThere = (words: string) =>
    until(words, async () => (await ids()) && (await show()).messages.some(({ body }) => body === words))
  return {
    who,
    show,
    isThere,
    contact: async () => (await ids())!.contact,
    line: async () => (await show()).replyLine!,
    async says(account: string, words: string) {
      const msgid = phone.write(account, who, words)
      await isThere(words)
      return msgid
    },
    /** What an account's log has of her is handled. */
    quiet: (account: string, items: number) =>
      until(`${items} items`, async () => {
        const [{ n }] = await query(
          `select count(*) filter (where handled_at is not null)::int as n from kf_messages
           where station_id = $1 and open_kfid = $2 and external_userid = $3`,
          [stationId, account, who],
        )
        return n >= items
      }),
    answer: async (words: string) => {
      const { id, contact } = (await ids())!
      return channel.answer(id, contact, words)
    },
    delivery: async (words: string) =>
      (await show()).messages.find(({ body }) => body === words)?.delivery ?? null,
    async answered(words: string, account: string) {
      const sent = await this.answer(words)
      assert.equal(sent.statusCode, 201, sent.body)
      await until(words, async () => ['accepted', 'failed'].includes((await this.delivery(words))!.state))
      assert.deepEqual(
        [(await this.delivery(words))!.failCode, this.saw(east, words), this.saw(west, words)],
        [null, account === east, account === west],
      )
    },
    saw: (account: string, words: string) =>
      phone.sees(account, who).some(({ body }) => body['content'] === words),
    handOver: () => talk('hand-over', { memberId: colleague }),
    takeBack: (line: string) => talk('taking-back', { line }),
  }
}

test('only her own words move what she is answered over: not a chat she opens, nor what she takes back, nor a colleague', async () => {
  const hers = resident('甲')
  await hers.says(east, '我写给东村')
  assert.equal((await hers.line()).account, null)
  phone.enter(west, hers.who)
  await hers.quiet(west, 1)
  await hers.answered('答东村', east)

  const taken = await hers.says(west, '我写给西村')
  // What an account is called is asked for once somebody has written to it.
  await until('its name', async () => (await hers.line()).account === '西村服务站')
  assert.deepEqual([(await hers.line()).line, (await hers.line()).account], [west, '西村服务站'])
  await hers.answered('答西村', west)
  await nextSecond()
  await hers.says(east, '又写给东村')
  phone.recall(west, hers.who, taken)
  await hers.quiet(west, 3)
  await hers.answered('再答东村', east)
  // A tap on a menu is a customer's message to the platform, and opens the 48 hours as words do.
  await nextSecond()
  phone.tapMenu(west, hers.who, 'm1', '办身份证')
  await hers.isThere('［点选］办身份证')
  await hers.answered('身份证这样办', west)

  const other = resident('乙')
  await other.says(east, '乙写给东村')
  client.answer(west, other.who, colleague, '我是西村的，您好')
  await other.isThere('我是西村的，您好')
  const line = await other.line()
  assert.deepEqual(
    [line.line, line.stopped, line.elsewhere],
    [east, null, [{ line: west, account: '西村服务站' }]],
  )
  await other.answered('答乙', east)
  // Her first words there find the colleague at it.
  await nextSecond()
  await other.says(west, '您好，我想问件事')
  assert.equal((await other.line()).stopped, 'with_servicer')
})

test('an older item that is pulled late does not win over newer words', async () => {
  const hers = resident('丙')
  await hers.says(west, '丙写给西村')
  control.kf.put(east, {
    ...{ msgid: crypto.randomUUID(), open_kfid: east, external_userid: hers.who, origin: 3 },
    ...{ send_time: control.clock.seconds() - 3600, msgtype: 'text', text: { content: '一小时前写给东村' } },
  })
  await hers.isThere('一小时前写给东村')
  assert.deepEqual([(await hers.line()).line, (await hers.line()).left], [west, 5])
  await hers.answered('答丙', west)
})

test('window and number are counted by account; a resident of two is one who can be answered', async () => {
  const hers = resident('丁')
  const left = async (line: string) => {
    const contact = await hers.contact()
    return (await inStation(context.pool, stationId, (tx) => readReplyLine(tx, contact, line)))?.left
  }
  const open = async () => (await inStation(context.pool, stationId, countReplyLines)).open
  await hers.says(east, '丁写给东村')
  const before = await open()
  for (let n = 1; n <= 5; n++) await hers.answered(`东村第 ${n} 条`, east)
  assert.equal((await hers.answer('东村第 6 条')).statusCode, 409)
  assert.equal(await open(), before - 1)
  await nextSecond()
  await hers.says(west, '丁写给西村')
  assert.equal(await open(), before)
  await hers.answered('西村第 1 条', west)
  assert.deepEqual([await left(east), await left(west)], [0, 4])
})

test('what was queued before she moved goes over the account it is counted against, and holds up nothing of the other', async () => {
  const hers = resident('戊')
  await hers.says(east, '戊写给东村')
  control.faults.next('kf/send_msg', { kind: 'errcode', errcode: 48002 })
  assert.equal((await hers.answer('要晚一点的话')).statusCode, 201)
  await until('put off', async () => (await hers.delivery('要晚一点的话'))?.failCode === '48002')
  const tryAgain = (at: string) =>
    query(
      `update message_deliveries set next_try_at = ${at} where station_id = $1 and contact_id = $2 and state = 'sending'`,
      [stationId, channelContact],
    )
  const channelContact = await hers.contact()
  await tryAgain(`now() + interval '1 hour'`)
  await nextSecond()
  await hers.says(west, '戊写给西村')
  await hers.answered('答西村的戊', west)
  assert.equal((await hers.delivery('要晚一点的话'))?.state, 'sending')
  await tryAgain('now()')
  await hers.says(west, '戊再写给西村')
  await until('carried', async () => (await hers.delivery('要晚一点的话'))?.state === 'accepted')
  assert.deepEqual([hers.saw(east, '要晚一点的话'), hers.saw(west, '要晚一点的话')], [true, false])
})

test('a chat with a colleague on one account does not stop the other, and is taken back there', async () => {
  const hers = resident('己')
  await hers.says(east, '己写给东村')
  assert.equal((await hers.handOver()).statusCode, 200)
  assert.equal((await hers.line()).stopped, 'with_servicer')
  await nextSecond()
  await hers.says(west, '己写给西村')
  const now = await hers.line()
  assert.deepEqual(
    [now.line, now.stopped, now.elsewhere],
    [west, null, [{ line: east, account: '东村服务站' }]],
  )
  await hers.answered('从西村答己', west)
  assert.equal(phone.session(east, hers.who).state, 3)

  assert.equal((await hers.takeBack('wkNobody')).statusCode, 409)
  for (let tap = 0; tap < 2; tap++) assert.equal((await hers.takeBack(east)).statusCode, 200)
  assert.deepEqual([phone.session(east, hers.who).state, phone.session(west, hers.who).state], [4, 0])
  const { handOvers, replyLine } = await hers.show()
  assert.deepEqual(
    handOvers.map(({ kind, account }) => [kind, account]),
    [
      ['handed_over', '东村服务站'],
      ['taken_back', '东村服务站'],
    ],
  )
  assert.deepEqual([replyLine!.line, replyLine!.stopped, replyLine!.elsewhere], [west, null, []])
  // Ended there: her next words to it are answered from here.
  await nextSecond()
  await hers.says(east, '己又写给东村')
  await hers.answered('从东村答己', east)
})

test('the week counts each answer for the account it left by, words from the sidebar for the officer’s, and none that did not arrive', async () => {
  const said = async () => {
    const { said } = (await channel.as('chief')({ url: '/api/weekly-report' })).json()
    return Object.fromEntries(
      said.map(({ kind, account, sent }: Record<string, string>) => [`${kind} ${account}`, sent]),
    )
  }
  const hers = resident('庚')
  await hers.says(east, '庚写给东村')
  const before = await said()
  await hers.answered('从东村答庚', east)
  control.kf.failNext(10)
  await hers.answer('到不了的话')
  await until('taken', async () => (await hers.delivery('到不了的话'))?.state !== 'queued')
  await control.clock.advance(1500)
  await until('told', async () => (await hers.delivery('到不了的话'))?.state === 'failed')
  await hers.says(west, '庚写给西村')
  await query(
    `insert into officer_wecom_members (station_id, user_id, officer_id, bound_by, confirmed_at) values ($1, $2, $3, $3, now())`,
    [stationId, 'LiMinJing', world.officers.officer],
  )
  const { conversation, contact } = await hers.show()
  const saying = await officer({
    ...{ method: 'POST', url: '/api/sidebar/sayings' },
    payload: {
      ...{ conversationId: conversation.id, contactId: contact.id, body: '从侧边栏说的', scripts: [] },
      ...{ saidAt: new Date().toISOString(), clientKey: crypto.randomUUID() },
    },
  })
  assert.equal(saying.statusCode, 200, saying.body)
  const after = await said()
  assert.deepEqual(after, {
    ...before,
    'kf 东村服务站': before['kf 东村服务站'] + 1,
    'wecom LiMinJing': 1,
  })
})
