import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { makePhoto } from '../media/make-photo.ts'
import { hour, kfTwin } from './kf.fixture.ts'

describe('customer service accounts', () => {
  test('an account is made, renamed, listed and taken away; its links carry a door', async (t) => {
    const { twin, caller, phone, externalUserId } = await kfTwin()
    t.after(twin.stop)
    const { media_id } = await caller.upload('media/upload', { type: 'image' }, await makePhoto(), 'x.jpg')
    const add = async (name: string) => caller.post('kf/account/add', { name, media_id })
    assert.equal((await add('超过十六个字的名字是不可以的呀呀呀')).errcode, 95006)
    const { open_kfid } = await add('东村服务站')
    assert.equal((await caller.post('kf/account/update', { open_kfid, name: '东村' })).errcode, 0)
    const { account_list } = await caller.post('kf/account/list', { offset: 0, limit: 100 })
    assert.deepEqual(
      account_list.map(({ name }: { name: string }) => name),
      ['一号门', '东村'],
    )
    const first = await caller.post('kf/add_contact_way', { open_kfid, scene: 'lobby' })
    const again = await caller.post('kf/add_contact_way', { open_kfid, scene: 'lobby' })
    assert.equal(first.url, again.url)
    assert.equal(phone.enterByLink(`${first.url}&scene_param=a%26b`, externalUserId).openKfId, open_kfid)
    const asked = { external_userid_list: [externalUserId, 'wmNobody'], need_enter_session_context: 1 }
    const got = await caller.post('kf/customer/batchget', asked)
    assert.deepEqual(got.customer_list[0].enter_session_context, { scene: 'lobby', scene_param: 'a%26b' })
    assert.deepEqual(got.invalid_external_userid, ['wmNobody'])
    await caller.post('kf/account/del', { open_kfid })
    assert.equal((await caller.post('kf/add_contact_way', { open_kfid })).errcode, 95000)
  })

  test('servicers come and go one by one, each with its own result', async (t) => {
    const { twin, caller, openKfId, client } = await kfTwin()
    t.after(twin.stop)
    const body = { open_kfid: openKfId, userid_list: ['WangJianGuo', 'LiXiuYing', 'Nobody'] }
    const { result_list } = await caller.post('kf/servicer/add', body)
    assert.deepEqual(
      result_list.map(({ errcode, errmsg }: { errcode: number; errmsg: string }) => errcode || errmsg),
      ['ignored', 'success', 60111],
    )
    client.setServing(openKfId, 'LiXiuYing', false, 1)
    const { servicer_list } = await caller.get('kf/servicer/list', { open_kfid: openKfId })
    assert.deepEqual(servicer_list, [
      { userid: 'WangJianGuo', status: 0 },
      { userid: 'LiXiuYing', status: 1, stop_type: 1 },
    ])
  })

  test('only those of the last 48 hours, where the setting says so', async (t) => {
    const { twin, control, caller, externalUserId, say } = await kfTwin({ kf: { batchGetRecentOnly: true } })
    t.after(twin.stop)
    say('您好')
    const ask = async () =>
      (await caller.post('kf/customer/batchget', { external_userid_list: [externalUserId] })).customer_list
        .length
    assert.equal(await ask(), 1)
    await control.clock.advance(48 * hour)
    assert.equal(await ask(), 0)
  })

  test("an officer's card is recommended in the chat", async (t) => {
    const { twin, caller, openKfId, externalUserId, phone, say } = await kfTwin()
    t.after(twin.stop)
    say('您好')
    const member = { userid: 'WangJianGuo', wording: '有事请加王警官' }
    const body = { open_kfid: openKfId, external_userid: externalUserId, type: 1, member }
    assert.equal((await caller.post('kf/customer/upgrade_service', body)).errcode, 0)
    assert.equal(phone.sees(openKfId, externalUserId).at(-1)?.msgtype, 'business_card')
    assert.equal((await caller.post('kf/customer/upgrade_service', { ...body, type: 2 })).errcode, 40063)
  })
})
