import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readKfMessage } from './read-kf-message.ts'

const read = (message: Record<string, unknown>) => readKfMessage(message, 'wkAsked')

test('each kind of message', () => {
  const base = { msgid: 'm', open_kfid: 'wk', external_userid: 'wm', send_time: 1700000002, origin: 3 }
  const contentOf = (msgtype: string, body: unknown) => read({ ...base, msgtype, [msgtype]: body }).content
  assert.deepEqual(contentOf('text', { content: 'a', menu_id: '101' }), {
    kind: 'text',
    text: 'a',
    menuId: '101',
  })
  for (const kind of ['image', 'voice', 'video', 'file']) {
    assert.deepEqual(contentOf(kind, { media_id: 'M' }), { kind, mediaId: 'M', name: '' })
  }
  const place = { latitude: '23.1', longitude: 113.3, name: 'n', address: 'a' }
  assert.deepEqual(contentOf('location', place), { kind: 'location', ...place, latitude: 23.1 })
  assert.equal(contentOf('link', { title: 't', url: 'u' }).kind, 'link')
  assert.deepEqual(contentOf('business_card', { userid: 'o' }), { kind: 'card', userId: 'o' })
  assert.equal(contentOf('miniprogram', {}).kind, 'miniprogram')
  for (const msgtype of ['channels', 'meeting', 'schedule', 'note', 'of_next_year', '']) {
    assert.deepEqual(contentOf(msgtype, { a: 1 }), { kind: 'other', msgtype })
  }
  const { raw, content, ...rest } = read({ ...base, msgtype: 'note', note: {}, more: 1 })
  assert.equal(raw['more'], 1)
  assert.deepEqual(rest, {
    msgid: 'm',
    openKfid: 'wk',
    externalUserId: 'wm',
    servicerUserId: '',
    sentAt: 1700000002,
    origin: 3,
    msgtype: 'note',
  })
})

test('a forwarded chat record becomes lines with speaker and time, whatever way the inside is written', () => {
  const item = (inner: unknown, more = {}) => ({
    sender_name: 'A',
    send_time: 1,
    msg_content: inner,
    ...more,
  })
  const message = read({
    msgtype: 'merged_msg',
    merged_msg: {
      title: '群聊的聊天记录',
      item: [
        item(JSON.stringify({ msgtype: 'text', text: { content: 'one' } })),
        item({ text: { content: 'two' } }, { msgtype: 'text' }),
        item('three'),
        item(JSON.stringify({ msgtype: 'image', image: { media_id: 'M' } })),
        item(JSON.stringify({ merged_msg: { title: 'in', item: [item('four')] } }), {
          msgtype: 'merged_msg',
        }),
        null,
      ],
    },
  })
  assert.ok(message.content.kind === 'merged')
  const [one, two, three, image, merged, nothing] = message.content.items
  assert.deepEqual(one, { speaker: 'A', sentAt: 1, content: { kind: 'text', text: 'one', menuId: '' } })
  assert.ok(two?.content.kind === 'text' && two.content.text === 'two')
  assert.ok(three?.content.kind === 'text' && three.content.text === 'three')
  assert.ok(image?.content.kind === 'image' && image.content.mediaId === 'M')
  assert.ok(merged?.content.kind === 'merged' && merged.content.items[0]?.content.kind === 'text')
  assert.equal(nothing?.content.kind, 'other')
})

test('events carry account and customer inside', () => {
  const event = (body: Record<string, unknown>) =>
    read({ msgid: 'm', origin: 4, msgtype: 'event', event: body })
  const entered = event({
    event_type: 'enter_session',
    open_kfid: 'wk',
    external_userid: 'wm',
    scene_param: 'grid%3D0312',
  })
  assert.deepEqual([entered.openKfid, entered.externalUserId], ['wk', 'wm'])
  assert.deepEqual(entered.content, { kind: 'entered', scene: '', sceneParam: 'grid=0312', welcomeCode: '' })
  assert.deepEqual(event({ event_type: 'msg_send_fail', fail_msgid: 'f', fail_type: 4 }).content, {
    kind: 'send_failed',
    failedMsgid: 'f',
    failType: 4,
  })
  const changed = event({
    event_type: 'session_status_change',
    change_type: 2,
    old_servicer_userid: 'a',
    msg_code: 'c',
  })
  assert.deepEqual(changed.content, {
    kind: 'session_changed',
    changeType: 2,
    from: 'a',
    to: '',
    msgCode: 'c',
  })
  const recalled = event({ event_type: 'user_recall_msg', recall_msgid: 'r' }).content
  assert.deepEqual(recalled, { kind: 'recalled', msgid: 'r', by: 'customer' })
  assert.equal(
    event({ event_type: 'servicer_status_change', status: 2, stop_type: 1 }).content.kind,
    'servicer_status',
  )
  assert.equal(
    event({ event_type: 'reject_customer_msg_switch_change', reject_switch: 1 }).content.kind,
    'reject_switch',
  )
  const unknown = event({ event_type: 'new' })
  assert.deepEqual(
    [unknown.content, unknown.openKfid],
    [{ kind: 'other_event', eventType: 'new' }, 'wkAsked'],
  )
})

test('property: anything at all is read without an error', () => {
  const kinds = ['text', 'image', 'location', 'merged_msg', 'event', 'link']
  const named = fc.constantFrom(...kinds).chain((msgtype) =>
    fc.record({
      msgtype: fc.constant(msgtype),
      [msgtype]: fc.oneof(fc.jsonValue(), fc.record({ item: fc.jsonValue() })),
    }),
  )
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), named), (message) => {
      assert.equal(readKfMessage(message, 'wk').openKfid.length > 0, true)
    }),
    { numRuns: 500 },
  )
})
