import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calmTwin } from '../client.fixture.ts'
import { makePhoto } from '../media/make-photo.ts'

describe('moments', () => {
  test('E21 a job that starts, runs and ends with an errcode of its own; the officer publishes', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    const { externalUserId } = control.people.add()
    control.contacts.add('WangJianGuo', externalUserId)
    const create = {
      text: { content: '反诈提醒' },
      visible_range: { sender_list: { user_list: ['WangJianGuo', 'Nobody'] } },
    }
    const { jobid } = await caller.post('externalcontact/add_moment_task', create)
    const look = () => caller.get('externalcontact/get_moment_task_result', { jobid })
    assert.equal((await look()).status, 1)
    await control.clock.advance(1000)
    assert.equal((await look()).status, 2)
    await control.clock.advance(3000)
    const { status, result } = await look()
    assert.equal(status, 3)
    assert.equal(result.errcode, 0)
    assert.deepEqual(result.invalid_sender_list.user_list, ['Nobody'])
    const ask = { moment_id: result.moment_id, userid: 'WangJianGuo' }
    const task = async () =>
      (await caller.post('externalcontact/get_moment_task', { moment_id: result.moment_id })).task_list
    assert.deepEqual(await task(), [{ userid: 'WangJianGuo', publish_status: 0 }])
    assert.deepEqual((await caller.post('externalcontact/get_moment_customer_list', ask)).customer_list, [])
    control.moments.publish(result.moment_id, 'WangJianGuo')
    assert.equal((await task())[0].publish_status, 1)
    const { customer_list } = await caller.post('externalcontact/get_moment_customer_list', ask)
    assert.equal(customer_list[0].external_userid, externalUserId)
    control.moments.failNext(41067)
    const failed = await caller.post('externalcontact/add_moment_task', create)
    await control.clock.advance(4000)
    const inner = await caller.get('externalcontact/get_moment_task_result', { jobid: failed.jobid })
    assert.deepEqual([inner.errcode, inner.result.errcode], [0, 41067])
  })

  test('E21 pictures have to be uploaded for moments, and ten creations a minute', async (t) => {
    const { twin, caller } = await calmTwin()
    t.after(twin.stop)
    const photo = await makePhoto()
    const post = async (media_id: string) => {
      const attachments = [{ msgtype: 'image', image: { media_id } }]
      return (await caller.post('externalcontact/add_moment_task', { attachments })).errcode
    }
    const plain = await caller.upload('media/upload', { type: 'image' }, photo, 'x.jpg')
    assert.equal(await post(plain.media_id), 41072)
    const query = { media_type: 'image', attachment_type: '1' }
    const right = await caller.upload('media/upload_attachment', query, photo, 'x.jpg')
    for (let count = 0; count < 9; count++) assert.equal(await post(right.media_id), 0)
    assert.equal(await post(right.media_id), 45009)
  })
})
