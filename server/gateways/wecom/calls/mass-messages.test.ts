import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startAnswering } from '../api/answering-server.fixture.ts'
import type { ApiError } from '../api/api-error.ts'
import { addMomentTask } from './add-moment-task.ts'
import { addMsgTemplate } from './add-msg-template.ts'
import { cancelMassMessage } from './cancel-mass-message.ts'
import { cancelMoment } from './cancel-moment.ts'
import { countMomentEcho } from './count-moment-echo.ts'
import { getMomentJob } from './get-moment-job.ts'
import { listMassMessages } from './list-mass-messages.ts'
import { listMassResults } from './list-mass-results.ts'
import { listMassTasks } from './list-mass-tasks.ts'
import { listMomentSeers } from './list-moment-seers.ts'
import { listMomentTasks } from './list-moment-tasks.ts'
import { listMoments } from './list-moments.ts'
import { remindMassMessage } from './remind-mass-message.ts'
import { uploadAttachment } from './upload-attachment.ts'

test('mass messages: made, looked for, counted, reminded of, cancelled', async (t) => {
  const server = await startAnswering(t, {
    'externalcontact/add_msg_template': [
      { errcode: 0, msgid: 'm1', fail_list: ['wm2', ''] },
      { errcode: 0, msgid: '' },
      { errcode: 41048 },
    ],
    'externalcontact/get_groupmsg_list_v2': [
      {
        errcode: 0,
        group_msg_list: [{ msgid: 'm1', create_time: '7', text: { content: '甲' } }],
        next_cursor: 'c',
      },
      { errcode: 0, group_msg_list: [{ msgid: 'm2', create_time: 8 }], next_cursor: '' },
    ],
    'externalcontact/get_groupmsg_task': {
      errcode: 0,
      task_list: [
        { userid: 'o', status: 2, send_time: 9 },
        { userid: 'p', status: '0', send_time: 0 },
      ],
    },
    'externalcontact/get_groupmsg_send_result': {
      errcode: 0,
      send_list: [
        { external_userid: 'wm', status: 3 },
        { chat_id: 'wr', status: '1', send_time: '9' },
      ],
    },
    'externalcontact/remind_groupmsg_send': [{ errcode: 0 }, { errcode: 41094 }],
    'externalcontact/cancel_groupmsg_send': { errcode: 0 },
  })
  const api = server.connect()
  const sent = () => JSON.parse(server.heard.at(-1)!.body.toString())
  const one = { ids: ['wm1', 'wm2'], sender: 'o', text: '防汛', mediaIds: [] }
  assert.deepEqual(await addMsgTemplate(api, { ...one, to: 'contacts' }), { msgid: 'm1', failed: ['wm2'] })
  assert.deepEqual(sent(), {
    chat_type: 'single',
    external_userid: ['wm1', 'wm2'],
    sender: 'o',
    text: { content: '防汛' },
  })
  const groups = addMsgTemplate(api, { ...one, to: 'groups', mediaIds: ['p1'] })
  await assert.rejects(groups, (error: ApiError) => error.kind === 'unreadable')
  assert.deepEqual(sent().attachments, [{ msgtype: 'image', image: { media_id: 'p1' } }])
  assert.deepEqual(sent().chat_id_list, ['wm1', 'wm2'])
  await assert.rejects(
    addMsgTemplate(api, { ...one, to: 'groups' }),
    (error: ApiError) => error.kind === 'refused' && error.errcode === 41048,
  )
  assert.deepEqual(await listMassMessages(api, { to: 'groups', from: 1, until: 2 }), [
    { msgid: 'm1', createdAt: 7, text: '甲' },
    { msgid: 'm2', createdAt: 8, text: '' },
  ])
  assert.deepEqual(sent(), { chat_type: 'group', start_time: 1, end_time: 2, limit: 100, cursor: 'c' })
  assert.deepEqual(await listMassTasks(api, 'm1'), [
    { userId: 'o', isConfirmed: true, confirmedAt: 9 },
    { userId: 'p', isConfirmed: false, confirmedAt: undefined },
  ])
  assert.deepEqual(await listMassResults(api, 'm1', 'o'), [
    { target: 'wm', status: 3, sentAt: undefined },
    { target: 'wr', status: 1, sentAt: 9 },
  ])
  await remindMassMessage(api, 'm1')
  await assert.rejects(remindMassMessage(api, 'm1'), /24 小时/)
  await cancelMassMessage(api, 'm1')
  assert.deepEqual(sent(), { msgid: 'm1' })
})

test('Moments: a job with an errcode of its own, who published, and what came back as numbers', async (t) => {
  const server = await startAnswering(t, {
    'media/upload_attachment': { errcode: 0, media_id: 'p1', created_at: 1 },
    'externalcontact/add_moment_task': { errcode: 0, jobid: 'j1' },
    'externalcontact/get_moment_task_result': [
      { errcode: 0, status: 2 },
      {
        errcode: 0,
        status: '3',
        result: { errcode: 0, moment_id: 'mom', invalid_sender_list: { user_list: ['x'] } },
      },
      { errcode: 0, status: 3, result: { errcode: 41067 } },
    ],
    'externalcontact/get_moment_list': {
      errcode: 0,
      moment_list: [{ moment_id: 'mom', create_time: '5', text: { content: '乙' } }],
    },
    'externalcontact/get_moment_task': { errcode: 0, task_list: [{ userid: 'o', publish_status: 1 }] },
    'externalcontact/get_moment_send_result': [
      { errcode: 0, customer_list: [{ external_userid: 'a' }, { external_userid: 'b' }], next_cursor: 'c' },
      { errcode: 0, customer_list: [{ external_userid: 'c' }], next_cursor: '' },
    ],
    'externalcontact/get_moment_comments': { errcode: 0, comment_list: [{}], like_list: [{}, {}] },
    'externalcontact/cancel_moment_task': { errcode: 0 },
  })
  const api = server.connect()
  const file = { name: 'x.jpg', type: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]) }
  assert.equal(await uploadAttachment(api, file), 'p1')
  assert.equal(
    await addMomentTask(api, { userIds: ['o'], tagIds: ['t'], text: '反诈', mediaIds: ['p1'] }),
    'j1',
  )
  assert.deepEqual(JSON.parse(server.heard.at(-1)!.body.toString()).visible_range, {
    sender_list: { user_list: ['o'] },
    external_contact_list: { tag_list: ['t'] },
  })
  assert.deepEqual(await getMomentJob(api, 'j1'), { done: false })
  assert.deepEqual(await getMomentJob(api, 'j1'), {
    done: true,
    errcode: 0,
    momentId: 'mom',
    refusedUserIds: ['x'],
  })
  assert.deepEqual(await getMomentJob(api, 'j1'), {
    done: true,
    errcode: 41067,
    momentId: '',
    refusedUserIds: [],
  })
  assert.deepEqual(await listMoments(api, { from: 1, until: 2 }), [
    { momentId: 'mom', createdAt: 5, text: '乙' },
  ])
  assert.deepEqual(await listMomentTasks(api, 'mom'), [{ userId: 'o', isPublished: true }])
  assert.deepEqual(await listMomentSeers(api, 'mom', 'o'), ['a', 'b', 'c'])
  assert.deepEqual(await countMomentEcho(api, 'mom', 'o'), { likes: 2, comments: 1 })
  await cancelMoment(api, 'mom')
})
