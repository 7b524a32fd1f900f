import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calmTwin } from '../client.fixture.ts'
import { makePhoto } from '../media/make-photo.ts'

async function pageTwin() {
  const made = await calmTwin()
  const { twin, control } = made
  const openKfId = control.kf.addAccount('东村服务站')
  control.kf.addServicer(openKfId, 'WangJianGuo')
  const { externalUserId } = control.people.add({ name: '<b>张阿姨</b>' })
  const act = (fields: Record<string, string>, upload?: Blob) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    if (upload) form.set('upload', upload, 'photo.jpg')
    return fetch(`${twin.url}/act`, { method: 'POST', body: form, headers: { 'x-page': '1' } })
  }
  const read = async (path: string) => (await fetch(`${twin.url}${path}`)).text()
  return { ...made, openKfId, externalUserId, act, read }
}

describe('the pages for a person', () => {
  test('through a door onto the phone, a word and a photo, the reply and what did not arrive', async (t) => {
    const { twin, control, caller, openKfId, externalUserId, act, read } = await pageTwin()
    t.after(twin.stop)
    const door = `${control.kf.door(openKfId, 'lobby')}&scene_param=grid%3D1`
    assert.match(await (await fetch(door)).text(), /谁扫了这个码/)
    const form = new URLSearchParams({ address: door, who: externalUserId })
    const scanned = await fetch(`${twin.url}/scan`, { method: 'POST', body: form })
    assert.match(scanned.url, /\/phone\?kf=/)
    assert.match(await scanned.text(), /&lt;b&gt;张阿姨/)
    const fields = { kf: openKfId, who: externalUserId }
    assert.equal((await act({ deed: 'write', ...fields, words: '路灯坏了<script>' })).status, 204)
    await act(
      { deed: 'send', ...fields },
      new Blob([new Uint8Array(await makePhoto())], { type: 'image/jpeg' }),
    )
    await act({ deed: 'voice', ...fields })
    const { messages } = await caller.sync(openKfId)
    assert.deepEqual(
      messages.map(({ msgtype }) => msgtype),
      ['event', 'text', 'image', 'voice'],
    )
    assert.equal(messages[0].event.scene_param, 'grid%3D1')
    control.kf.failNext(13)
    const reply = {
      touser: externalUserId,
      open_kfid: openKfId,
      msgtype: 'text',
      text: { content: '马上来' },
    }
    await caller.post('kf/send_msg', reply)
    await control.clock.advance(1000)
    const bubbles = await read(`/phone/bubbles?kf=${openKfId}&who=${externalUserId}`)
    assert.match(bubbles, /路灯坏了&lt;script&gt;/)
    assert.match(bubbles, /马上来.*未送达：安全限制/s)
  })

  test('the officer takes a waiting customer, answers and ends; a wrong step says why', async (t) => {
    const { twin, control, caller, openKfId, externalUserId, act, read } = await pageTwin()
    t.after(twin.stop)
    control.kf.phone.write(openKfId, externalUserId, '您好')
    const ids = { open_kfid: openKfId, external_userid: externalUserId }
    await caller.post('kf/service_state/trans', { ...ids, service_state: 2 })
    assert.match(await read('/officer?who=WangJianGuo'), /在排队/)
    const fields = { kf: openKfId, who: externalUserId, officer: 'WangJianGuo' }
    assert.equal((await act({ deed: 'take', ...fields })).status, 204)
    await act({ deed: 'answer', ...fields, words: '我来处理' })
    const again = await act({ deed: 'take', ...fields })
    assert.equal(again.status, 422)
    assert.match(await again.text(), /不在排队/)
    await act({ deed: 'end', ...fields })
    assert.equal((await caller.post('kf/service_state/get', ids)).service_state, 4)
  })

  test('cards, mass messages, contacts and time have their buttons; the record shows warnings', async (t) => {
    const { twin, control, caller, externalUserId, act, read } = await pageTwin()
    t.after(twin.stop)
    const officer = 'WangJianGuo'
    await act({ deed: 'contact_add', officer, who: externalUserId })
    const broadcast = { external_userid: [externalUserId], text: { content: '停水通知' } }
    const { msgid } = await caller.post('externalcontact/add_msg_template', broadcast)
    await caller.post('message/send', {
      touser: officer,
      msgtype: 'template_card',
      agentid: 1000002,
      template_card: {
        card_type: 'button_interaction',
        main_title: { title: '紧急求助' },
        button_list: [{ text: '我来接', key: 'accept' }],
      },
    })
    const page = await read(`/officer?who=${officer}`)
    for (const words of ['停水通知', '紧急求助', '我来接', '删除客户', '建群'])
      assert.ok(page.includes(words), words)
    await act({ deed: 'confirm', msgid, officer })
    assert.equal(control.broadcasts.all()[0]!.tasks.get(officer)?.status, 2)
    const before = control.clock.now()
    await act({ deed: 'advance', ms: '3600000' })
    assert.equal(control.clock.now() - before, 3_600_000)
    await caller.post('kf/account/list', { msgcursorid: 1 })
    assert.match(await read('/watch'), /unknown field msgcursorid/)
    assert.match(await read('/'), /东村服务站/)
  })

  test('the codes of contact ways and groups are pictures that lead to a page of their own', async (t) => {
    const { twin, control, caller, externalUserId, act } = await pageTwin()
    t.after(twin.stop)
    const way = { type: 1, scene: 2, user: ['WangJianGuo'], state: 'grid-1' }
    const { config_id, qr_code } = await caller.post('externalcontact/add_contact_way', way)
    const picture = await fetch(qr_code)
    assert.match(picture.headers.get('content-type') ?? '', /svg/)
    assert.match(await picture.text(), /^<svg [^>]*xmlns=/)
    assert.match(await (await fetch(qr_code.replace('/qr/', '/join/'))).text(), /谁扫了民警的码/)
    await act({ deed: 'scan_contact', way: config_id, who: externalUserId })
    assert.equal(control.contacts.relations()[0]?.state, 'grid-1')
    const gone = await fetch(`${twin.url}/join/group?id=none`)
    assert.equal(gone.status, 404)
    const chatId = control.groups.create('WangJianGuo', '东村村群')
    const join = await caller.post('externalcontact/groupchat/add_join_way', {
      scene: 2,
      chat_id_list: [chatId],
    })
    await act({ deed: 'scan_group', way: join.config_id, who: externalUserId })
    assert.equal(control.groups.all()[0]?.shape.members.length, 2)
  })
})
