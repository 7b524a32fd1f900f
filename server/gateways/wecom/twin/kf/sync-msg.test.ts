import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { makePhoto } from '../media/make-photo.ts'
import { hour, kfTwin, minute, second } from './kf.fixture.ts'

describe('kf/sync_msg', () => {
  test('E14 what the customer says, as the vendor writes it; what we send is not in it', async (t) => {
    const { twin, caller, openKfId, externalUserId, say, phone, reply } = await kfTwin()
    t.after(twin.stop)
    phone.enter(openKfId, externalUserId, { scene: 'lobby', sceneParam: 'grid%3D0312' })
    const first = say('您好')
    assert.equal(await reply('our-1'), 0)
    const photo = { bytes: await makePhoto(), filename: '门口.jpg', type: 'image/jpeg' }
    phone.send(openKfId, externalUserId, 'image', photo)
    phone.tapMenu(openKfId, externalUserId, '101', '办身份证')
    phone.recall(openKfId, externalUserId, first)
    phone.write(openKfId, externalUserId, {
      msgtype: 'merged_msg',
      body: {
        title: '群聊的聊天记录',
        item: [{ send_time: 1, msgtype: 'text', sender_name: '甲', msg_content: '{}' }],
      },
    })
    phone.send(openKfId, externalUserId, 'image', { ...photo, bytes: Buffer.alloc(3 * 2 ** 20, 1) })
    const { messages } = await caller.sync(openKfId)
    assert.deepEqual(
      messages.map(({ msgtype, origin }) => [msgtype, origin]),
      [
        ['event', 4],
        ['text', 3],
        ['image', 3],
        ['text', 3],
        ['event', 4],
        ['merged_msg', 3],
        ['text', 3],
      ],
    )
    const [enter, text, image, menu, recall] = messages
    assert.equal(enter.open_kfid, undefined)
    assert.equal(enter.external_userid, undefined)
    assert.equal(enter.event.scene_param, 'grid%3D0312')
    assert.deepEqual(text.text, { content: '您好' })
    assert.equal(menu.text.menu_id, '101')
    assert.equal(recall.event.recall_msgid, first)
    const query = { access_token: await caller.token(), media_id: image.image.media_id }
    const bytes = await (await caller.ask('GET', 'media/get', query)).arrayBuffer()
    assert.ok(Buffer.from(bytes).equals(photo.bytes))
  })

  test('E14 short and empty pages with has_more, and still everything once and in order', async (t) => {
    const { twin, control, caller, openKfId, externalUserId } = await kfTwin({
      kf: { shortPages: 0.5, emptyPages: 0.5 },
    })
    t.after(twin.stop)
    const msgids = control.kf.fill(openKfId, externalUserId, 500)
    let cursor = ''
    let empty = 0
    const got: string[] = []
    for (let more = 1; more === 1; ) {
      const token = control.kf.token(openKfId)
      const body = { token, open_kfid: openKfId, limit: 50, ...(cursor && { cursor }) }
      const answer = await caller.post('kf/sync_msg', body)
      assert.ok(answer.next_cursor.length <= 64)
      assert.notEqual(answer.next_cursor, cursor)
      if (answer.msg_list.length === 0) empty++
      got.push(...answer.msg_list.map(({ msgid }: { msgid: string }) => msgid))
      cursor = answer.next_cursor
      more = answer.has_more
    }
    assert.ok(empty > 2)
    assert.deepEqual(got, msgids)
    assert.deepEqual((await caller.sync(openKfId, cursor)).messages, [])
  })

  test('E14 three days are kept: a lost cursor begins there, an old one loses what lies before', async (t) => {
    const { twin, control, caller, openKfId, say } = await kfTwin()
    t.after(twin.stop)
    say('第一天')
    const { cursor } = await caller.sync(openKfId)
    say('第二条')
    await control.clock.advance(71 * hour)
    assert.equal((await caller.sync(openKfId, cursor)).messages.length, 1)
    assert.equal((await caller.sync(openKfId)).messages.length, 2)
    say('三天以后')
    await control.clock.advance(2 * hour)
    assert.equal((await caller.sync(openKfId, cursor)).messages.length, 1)
  })

  test('E14 E26 open_kfid is required and a cursor belongs to one account', async (t) => {
    const { twin, control, caller, openKfId, say } = await kfTwin()
    t.after(twin.stop)
    say('您好')
    const { cursor } = await caller.sync(openKfId)
    assert.equal((await caller.post('kf/sync_msg', { token: control.kf.token(openKfId) })).errcode, 40063)
    const other = control.kf.addAccount('二号门')
    const foreign = { cursor, token: control.kf.token(other), open_kfid: other }
    assert.equal((await caller.post('kf/sync_msg', foreign)).errcode, 40058)
    control.kf.rejectCursors(openKfId)
    const rejected = { cursor, token: control.kf.token(openKfId), open_kfid: openKfId }
    assert.equal((await caller.post('kf/sync_msg', rejected)).errcode, 40058)
  })

  test('E15 a token lives ten minutes; without one every few seconds at most', async (t) => {
    const { twin, control, caller, openKfId } = await kfTwin()
    t.after(twin.stop)
    const token = control.kf.token(openKfId)
    const code = async (body: object) =>
      (await caller.post('kf/sync_msg', { open_kfid: openKfId, ...body })).errcode
    assert.equal(await code({ token }), 0)
    await control.clock.advance(10 * minute)
    assert.equal(await code({ token }), 95007)
    assert.equal(await code({ token: 'never' }), 95007)
    assert.equal(await code({}), 0)
    assert.equal(await code({}), 45009)
    await control.clock.advance(3 * second)
    assert.equal(await code({}), 0)
  })

  test('a page of a thousand goes out quickly, and a log of a hundred thousand is no slower to add to', async (t) => {
    const { twin, control, caller, openKfId, externalUserId } = await kfTwin()
    t.after(twin.stop)
    control.kf.fill(openKfId, externalUserId, 100_000)
    let began = performance.now()
    control.kf.fill(openKfId, externalUserId, 1000)
    const added = performance.now() - began
    began = performance.now()
    let cursor = ''
    let got = 0
    for (let page = 0; page < 20; page++) {
      const token = control.kf.token(openKfId)
      const body = { token, open_kfid: openKfId, ...(cursor && { cursor }) }
      const answer = await caller.post('kf/sync_msg', body)
      got += answer.msg_list.length
      cursor = answer.next_cursor
    }
    const perSecond = (got / (performance.now() - began)) * 1000
    t.diagnostic(`${Math.round(perSecond)} messages/s, 1000 added in ${added.toFixed(1)} ms`)
    assert.equal(got, 20_000)
    assert.ok(perSecond > 2000)
    assert.ok(added < 500)
  })
})
