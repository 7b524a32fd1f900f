import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calmTwin, patience } from './client.fixture.ts'
import { place, startReceiver } from './receiver.fixture.ts'

const corpId = 'wwEMU0000000000001'

async function withReceiver(options: Parameters<typeof calmTwin>[0] = {}) {
  const made = await calmTwin(options)
  const receiver = await startReceiver(corpId)
  made.control.callbacks.keep('workbench', receiver.place)
  const stop = async () => {
    await made.twin.stop()
    receiver.stop()
  }
  const openKfId = made.control.kf.addAccount('一号门')
  const { externalUserId } = made.control.people.add()
  const say = (words: string) => made.control.kf.phone.write(openKfId, externalUserId, words)
  return { ...made, receiver, stop, openKfId, externalUserId, say }
}

describe('callbacks', () => {
  test('E8 an address is kept when it answers the plain text within its time, and only then', async (t) => {
    const { twin, control } = await calmTwin()
    const receiver = await startReceiver(corpId)
    t.after(async () => {
      receiver.stop()
      await twin.stop()
    })
    assert.deepEqual(await control.callbacks.save('workbench', receiver.place), { saved: true })
    const wrongKey = { ...receiver.place, encodingAesKey: 'z'.repeat(43) }
    assert.equal((await control.callbacks.save('workbench', wrongKey)).reason, 'wrong_text')
    receiver.reply(() => ({ delayMs: 1000 }))
    control.settings.callbacks.verifyDeadlineMs = 50
    assert.equal((await control.callbacks.save('workbench', receiver.place)).reason, 'late')
    control.settings.callbacks.verifyDeadlineMs = patience
    receiver.reply(() => ({ text: '"quoted"' }))
    assert.equal((await control.callbacks.save('workbench', receiver.place)).reason, 'wrong_text')
    const nowhere = place('http://127.0.0.1:1/wecom')
    assert.equal((await control.callbacks.save('workbench', nowhere)).reason, 'unreachable')
  })

  test('E8 what comes is sealed for us; broken seals of all kinds can be asked for', async (t) => {
    const { control, receiver, say, openKfId, stop } = await withReceiver()
    t.after(stop)
    say('您好')
    await control.callbacks.idle()
    const [first] = receiver.received
    assert.ok(first?.signed)
    assert.match(first.body, /^<xml><ToUserName>.*<AgentID>.*<Encrypt>/)
    assert.ok(first.message.includes(`<OpenKfId><![CDATA[${openKfId}]]></OpenKfId>`))
    assert.match(first.message, /<Event><!\[CDATA\[kf_msg_or_event\]\]>/)
    assert.doesNotMatch(first.message, /FromUserName|您好/)
    assert.equal(await control.callbacks.deliver('workbench', '<xml/>', { badSignature: true }), 200)
    assert.equal(receiver.received.at(-1)?.signed, false)
    await control.callbacks.deliver('workbench', '<xml/>', { receiveId: `${corpId}x` })
    assert.equal(receiver.received.at(-1)?.message, '')
    await control.callbacks.deliver('workbench', '{}', { json: true })
    assert.match(receiver.received.at(-1)!.body, /^\{"encrypt":/)
  })

  test('E25 events are written in all the ways that were seen', async (t) => {
    const { control, receiver, openKfId, stop } = await withReceiver({ callbacks: { xmlVariants: 0.5 } })
    t.after(stop)
    for (let count = 0; count < 20; count++) control.kf.grant('workbench', count % 2 ? [openKfId] : [])
    control.contacts.leave('ChenHao')
    await control.callbacks.idle()
    const messages = receiver.received.map(({ message }) => message)
    const count = (pattern: RegExp) => messages.filter((message) => pattern.test(message)).length
    for (const pattern of [/^\s+<xml>/, /<\/xml >$/, /<MsgType>event</, /<EmuNew>/]) {
      assert.ok(count(pattern) > 2, String(pattern))
      assert.ok(count(pattern) < messages.length, String(pattern))
    }
  })

  test('two keys are both in use while they are changed over, then the new one alone', async (t) => {
    const { control, receiver, say, stop } = await withReceiver()
    const second = await startReceiver(corpId, 'B')
    t.after(async () => {
      second.stop()
      await stop()
    })
    assert.ok((await control.callbacks.save('workbench', second.place, 60_000)).saved)
    for (let count = 0; count < 20; count++) say('您好')
    await control.callbacks.idle()
    const before = receiver.received.length
    assert.ok(before > 3 && second.received.length > 3)
    await control.clock.advance(60_000)
    say('您好')
    await control.callbacks.idle()
    assert.equal(receiver.received.length, before)
  })

  test('events go to the place of their kind, each with its own key; one that was forgotten gets none', async (t) => {
    const { control, receiver, say, externalUserId, stop } = await withReceiver()
    const second = await startReceiver(corpId, 'B')
    t.after(async () => {
      second.stop()
      await stop()
    })
    control.callbacks.keep('workbench', second.place, 0, ['contacts'])
    control.callbacks.forget('workbench', ['application'])
    say('您好')
    control.contacts.add('ChenHao', externalUserId)
    control.messages.write('workbench', 'ChenHao', '在吗')
    await control.callbacks.idle()
    const eventsOf = ({ received }: { received: { message: string; signed: boolean }[] }) =>
      received.map(({ message, signed }) => [signed, /<Event><!\[CDATA\[(\w+)/.exec(message)?.[1]])
    assert.deepEqual(eventsOf(receiver), [[true, 'kf_msg_or_event']])
    assert.deepEqual(eventsOf(second), [[true, 'change_external_contact']])
    control.callbacks.keep('workbench', second.place, 0, ['application'])
    control.messages.write('workbench', 'ChenHao', '在吗')
    await control.callbacks.idle()
    assert.match(second.received.at(-1)!.message, /<MsgType><!\[CDATA\[text\]\]>.*<AgentID>/)
  })

  test('E9 not 200, or late: again, three times in all, then lost', async (t) => {
    const { control, receiver, say, stop } = await withReceiver()
    t.after(stop)
    const tried = async (count: number) => {
      while (control.callbacks.attempts().length < count) await new Promise((wait) => setTimeout(wait, 5))
    }
    receiver.reply(() => ({ status: 500 }))
    say('一')
    await tried(1)
    receiver.reply(() => ({ delayMs: 1000 }))
    control.settings.callbacks.deadlineMs = 50
    await control.clock.advance(1000)
    await tried(2)
    receiver.reply(() => ({}))
    control.settings.callbacks.deadlineMs = patience
    await control.clock.advance(5000)
    await control.callbacks.idle()
    assert.deepEqual(
      control.callbacks.attempts().map(({ status }) => status),
      [500, 'late', 200],
    )
    assert.equal(new Set(receiver.received.map(({ query }) => query.get('nonce'))).size, 1)
    receiver.reply(() => ({ status: 500 }))
    say('二')
    for (let count = 4; count <= 6; count++) {
      await tried(count)
      await control.clock.advance(10_000)
    }
    await control.callbacks.idle()
    assert.deepEqual(control.callbacks.counts(), { dropped: 0, givenUp: 1, outstanding: 0 })
  })

  test('E10 dropped, doubled and overtaken by script; by shares the seed decides', async (t) => {
    const { control, receiver, stop } = await withReceiver()
    t.after(stop)
    const { externalUserId } = control.people.add()
    const ids = ['甲', '乙', '丙', '丁'].map((name) => control.kf.addAccount(name))
    control.callbacks.script('drop', 'twice', 'swap', 'deliver')
    for (const id of ids) control.kf.phone.write(id, externalUserId, '您好')
    while (receiver.received.length < 3) await new Promise((wait) => setTimeout(wait, 5))
    await control.clock.advance(10)
    await control.callbacks.idle()
    const order = receiver.received.map(({ message }) => ids.findIndex((id) => message.includes(id)))
    assert.deepEqual(order, [1, 1, 3, 2])
    assert.equal(control.callbacks.counts().dropped, 1)
    control.settings.callbacks.drop = 0.5
    for (let count = 0; count < 40; count++) control.kf.phone.write(ids[0]!, externalUserId, '您好')
    await control.callbacks.idle()
    const { dropped } = control.callbacks.counts()
    assert.ok(dropped > 10 && dropped < 32)
  })

  test('E11 two events of one second are alike in sender and time and still two', async (t) => {
    const { control, receiver, openKfId, stop } = await withReceiver()
    t.after(stop)
    control.kf.grant('workbench', [])
    control.kf.grant('workbench', [openKfId])
    await control.callbacks.idle()
    const messages = receiver.received.map(({ message }) => message)
    const marks = messages.map((message) => message.match(/<FromUserName>.*?<CreateTime>\d+/)?.[0])
    assert.equal(marks.length, 2)
    assert.equal(marks[0], marks[1])
    assert.notEqual(messages[0], messages[1])
    assert.ok(messages.some((message) => message.includes(`<AuthAddOpenKfId><![CDATA[${openKfId}]]>`)))
  })
})
