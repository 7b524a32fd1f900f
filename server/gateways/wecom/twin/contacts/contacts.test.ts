import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calmTwin } from '../client.fixture.ts'
import { startReceiver } from '../receiver.fixture.ts'

const day = 86_400_000
const officer = 'WangJianGuo'
const other = 'LiXiuYing'

async function contactTwin(options: Parameters<typeof calmTwin>[0] = {}) {
  const made = await calmTwin(options)
  const receiver = await startReceiver('wwEMU0000000000001')
  made.control.callbacks.keep('workbench', receiver.place)
  const { externalUserId } = made.control.people.add({ name: '张阿姨' })
  return {
    ...made,
    externalUserId,
    contacts: made.control.contacts,
    async told() {
      await made.control.callbacks.idle()
      return receiver.received.map(({ message }) => message.match(/<ChangeType><!\[CDATA\[(\w+)/)?.[1])
    },
    receiver,
    async stop() {
      await made.twin.stop()
      receiver.stop()
    },
  }
}

describe('customer contact', () => {
  test('two shapes of one contact: tags with names in get, ids in batch/get_by_user', async (t) => {
    const { caller, contacts, externalUserId, stop } = await contactTwin()
    t.after(stop)
    const made = await caller.post('externalcontact/add_contact_way', {
      type: 1,
      scene: 2,
      state: 'grid-0312',
      user: [officer],
    })
    assert.ok(made.qr_code)
    contacts.scan(made.config_id, externalUserId)
    const tag = contacts.addTag('村组', '东村')
    const mark = { userid: officer, external_userid: externalUserId, add_tag: [tag] }
    assert.equal((await caller.post('externalcontact/mark_tag', mark)).errcode, 0)
    const one = await caller.get('externalcontact/get', { external_userid: externalUserId })
    assert.equal(one.follow_user[0].tags[0].tag_name, '东村')
    assert.equal(one.follow_user[0].state, 'grid-0312')
    const batch = await caller.post('externalcontact/batch/get_by_user', {
      userid_list: [officer],
      cursor: '',
    })
    assert.deepEqual(batch.external_contact_list[0].follow_info.tag_id, [tag])
    assert.equal(batch.next_cursor, '')
  })

  test('E12 what the API changes is not told; what a phone changes is', async (t) => {
    const { caller, contacts, externalUserId, told, stop } = await contactTwin()
    t.after(stop)
    contacts.add(officer, externalUserId)
    const remark = { userid: officer, external_userid: externalUserId, remark: '东村 张' }
    assert.equal((await caller.post('externalcontact/remark', remark)).errcode, 0)
    await caller.post('externalcontact/add_corp_tag', { group_name: '村组', tag: [{ name: '西村' }] })
    contacts.edit(officer, externalUserId, { remarkMobiles: ['13800000000'] })
    contacts.edit(officer, externalUserId, { remark: '张' })
    assert.deepEqual((await told()).sort(), ['add_external_contact', 'edit_external_contact'])
  })

  test('E18 a welcome within 20 seconds, once; none for a native one or after talk', async (t) => {
    const { control, caller, contacts, externalUserId, stop } = await contactTwin()
    t.after(stop)
    const welcome = async (welcome_code: string | null) =>
      (await caller.post('externalcontact/send_welcome_msg', { welcome_code, text: { content: '您好' } }))
        .errcode
    const code = contacts.add(officer, externalUserId)
    assert.equal(await welcome(code), 0)
    assert.equal(await welcome(code), 41096)
    assert.equal(await welcome('none'), 41050)
    const half = contacts.add(other, externalUserId, { half: true })
    assert.equal(await welcome(half), 0)
    assert.equal(contacts.confirm(other, externalUserId), null)
    const late = contacts.add(officer, control.people.add().externalUserId)
    await control.clock.advance(20_000)
    assert.equal(await welcome(late), 41050)
    contacts.chat(officer, externalUserId)
    contacts.removeByCustomer(officer, externalUserId)
    assert.equal(contacts.add(officer, externalUserId), null)
    control.settings.contacts.nativeWelcome = true
    assert.equal(contacts.add('ZhaoMin', externalUserId), null)
  })

  test('E19 readable when the customer left, 84061 when the officer did or has not confirmed', async (t) => {
    const { caller, contacts, externalUserId, stop } = await contactTwin()
    t.after(stop)
    const remark = async () => {
      const body = { userid: officer, external_userid: externalUserId, remark: '张' }
      return (await caller.post('externalcontact/remark', body)).errcode
    }
    const list = async () => (await caller.get('externalcontact/list', { userid: officer })).errcode
    assert.equal(await list(), 84061)
    contacts.add(officer, externalUserId, { half: true })
    assert.equal(await remark(), 84061)
    contacts.confirm(officer, externalUserId)
    assert.equal(await remark(), 0)
    contacts.removeByCustomer(officer, externalUserId)
    assert.equal(await remark(), 0)
    assert.equal(await list(), 0)
    contacts.removeByOfficer(officer, externalUserId)
    assert.equal(await remark(), 84061)
    assert.equal(
      (await caller.get('externalcontact/get', { external_userid: externalUserId })).errcode,
      84061,
    )
  })

  test('E26 pages: limit cut to a hundred, the cursor of one list fits no other, the last one empty', async (t) => {
    const { control, caller, contacts, stop } = await contactTwin()
    t.after(stop)
    for (let count = 0; count < 150; count++) contacts.add(officer, control.people.add().externalUserId)
    contacts.add(other, control.people.add().externalUserId)
    const path = 'externalcontact/batch/get_by_user'
    const first = await caller.post(path, { userid_list: [officer], limit: 1000 })
    assert.equal(first.external_contact_list.length, 100)
    const foreign = await caller.post(path, { userid_list: [other], cursor: first.next_cursor })
    assert.equal(foreign.errcode, 40058)
    const second = await caller.post(path, { userid_list: [officer], cursor: first.next_cursor, limit: 100 })
    assert.equal(second.external_contact_list.length, 50)
    assert.equal(second.next_cursor, '')
  })

  test('a transfer takes a day, may be refused, and twice in ninety days', async (t) => {
    const { control, caller, contacts, externalUserId, told, stop } = await contactTwin()
    t.after(stop)
    contacts.add(officer, externalUserId, { state: 'grid-1' })
    const ask = async (from: string, to: string) => {
      const body = { handover_userid: from, takeover_userid: to, external_userid: [externalUserId] }
      return (await caller.post('externalcontact/transfer_customer', body)).customer[0].errcode
    }
    const status = async (from: string, to: string) => {
      const body = { handover_userid: from, takeover_userid: to }
      return (await caller.post('externalcontact/transfer_result', body)).customer.at(-1)?.status
    }
    assert.equal(await ask(officer, other), 0)
    assert.equal(await ask(officer, 'ZhaoMin'), 40129)
    assert.equal(await status(officer, other), 2)
    contacts.refuseTransfer(externalUserId)
    assert.equal(await status(officer, other), 3)
    assert.equal(await ask(officer, other), 0)
    await control.clock.advance(day)
    assert.equal(await status(officer, other), 1)
    assert.equal(await ask(other, officer), 0)
    await control.clock.advance(day)
    assert.equal(await ask(officer, other), 40128)
    assert.deepEqual((await told()).sort(), [
      'add_external_contact',
      'add_external_contact',
      'add_external_contact',
      'del_external_contact',
      'del_external_contact',
      'transfer_fail',
    ])
  })

  test('who left: their customers wait to be assigned', async (t) => {
    const { control, caller, contacts, externalUserId, stop } = await contactTwin()
    t.after(stop)
    contacts.add(officer, externalUserId)
    const body = { handover_userid: officer, takeover_userid: other, external_userid: [externalUserId] }
    assert.equal((await caller.post('externalcontact/resigned/transfer_customer', body)).errcode, 40097)
    contacts.leave(officer)
    const waiting = await caller.post('externalcontact/get_unassigned_list', {})
    assert.equal(waiting.info[0].external_userid, externalUserId)
    assert.equal(
      (await caller.post('externalcontact/resigned/transfer_customer', body)).customer[0].errcode,
      0,
    )
    await control.clock.advance(day)
    assert.deepEqual((await caller.post('externalcontact/get_unassigned_list', {})).info, [])
  })

  test('tags: same names collapse, names clash, the last one takes its group along', async (t) => {
    const { caller, stop } = await contactTwin()
    t.after(stop)
    const tag = [{ name: '东村' }, { name: '东村' }, { name: '西村' }]
    const { tag_group } = await caller.post('externalcontact/add_corp_tag', { group_name: '村组', tag })
    assert.equal(tag_group.tag.length, 2)
    const [east, west] = tag_group.tag
    const edit = { id: east.id, name: '西村' }
    assert.equal((await caller.post('externalcontact/edit_corp_tag', edit)).errcode, 40071)
    await caller.post('externalcontact/del_corp_tag', { tag_id: [east.id, west.id] })
    assert.deepEqual((await caller.post('externalcontact/get_corp_tag_list')).tag_group, [])
  })
})
