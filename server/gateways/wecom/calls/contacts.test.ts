import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startAnswering } from '../api/answering-server.fixture.ts'
import { addContactWay } from './add-contact-way.ts'
import { getContact } from './get-contact.ts'
import { getGroup } from './get-group.ts'
import { listContacts } from './list-contacts.ts'
import { listContactsOfUsers } from './list-contacts-of-users.ts'
import { listCorpTags } from './list-corp-tags.ts'
import { listFollowUsers } from './list-follow-users.ts'
import { listGroups } from './list-groups.ts'
import { markTags } from './mark-tags.ts'
import { remarkContact } from './remark-contact.ts'
import { sendWelcome } from './send-welcome.ts'
import { transferContacts } from './transfer-contacts.ts'
import { transferGroups } from './transfer-groups.ts'

test('contacts, tags, groups, transfers', async (t) => {
  const follow = { userid: 'o', remark: 'r', remark_mobiles: ['1'], add_way: '201', state: 's' }
  const server = await startAnswering(t, {
    'externalcontact/get_follow_user_list': { errcode: 0, follow_user: ['o', '', 'p'] },
    'externalcontact/list': [{ errcode: 84061 }, { errcode: 0, external_userid: ['wm'] }, { errcode: 48002 }],
    'externalcontact/get': {
      errcode: 0,
      external_contact: { external_userid: 'wm', name: 'n', type: 1 },
      follow_user: [{ ...follow, tags: [{ tag_id: 'et', tag_name: 't', group_name: 'g', type: 1 }] }],
    },
    'externalcontact/batch/get_by_user': {
      errcode: 0,
      external_contact_list: [
        { external_contact: { external_userid: 'wm' }, follow_info: { ...follow, tag_id: ['et'] } },
      ],
      next_cursor: '',
    },
    'externalcontact/get_corp_tag_list': {
      errcode: 0,
      tag_group: [{ group_id: 'g', group_name: 'G', tag: [{ id: 'et', name: 'T', order: 1 }] }],
    },
    'externalcontact/groupchat/list': { errcode: 0, group_chat_list: [{ chat_id: 'wr', status: 0 }] },
    'externalcontact/groupchat/get': {
      errcode: 0,
      group_chat: {
        chat_id: 'wr',
        owner: 'o',
        member_list: [
          { userid: 'o', type: 1 },
          { userid: 'wm', type: 2, invitor: { userid: 'o' } },
        ],
        admin_list: [{ userid: 'o' }],
        member_version: 'v',
      },
    },
    'externalcontact/transfer_customer': {
      errcode: 0,
      customer: [{ external_userid: 'wm', errcode: 40128 }],
    },
    'externalcontact/groupchat/onjob_transfer': {
      errcode: 0,
      failed_chat_list: [{ chat_id: 'wr', errcode: 90501 }],
    },
    'externalcontact/add_contact_way': { errcode: 0, config_id: 'c', qr_code: 'q' },
    'externalcontact/remark': { errcode: 0 },
    'externalcontact/mark_tag': { errcode: 0 },
    'externalcontact/send_welcome_msg': { errcode: 0 },
  })
  const api = server.connect()
  const sent = () => JSON.parse(server.heard.at(-1)!.body.toString())

  assert.deepEqual(await listFollowUsers(api), ['o', 'p'])
  assert.deepEqual(await listContacts(api, 'o'), [])
  assert.deepEqual(await listContacts(api, 'o'), ['wm'])
  await assert.rejects(listContacts(api, 'o'))
  const one = await getContact(api, 'wm')
  assert.deepEqual(one.follows[0]?.tags, [{ id: 'et', name: 't', group: 'g', kind: 1 }])
  assert.deepEqual([one.follows[0]?.addWay, one.contact.name, one.nextCursor], [201, 'n', ''])
  const { pairs } = await listContactsOfUsers(api, ['o'])
  assert.deepEqual(pairs[0]?.follow.tags, [{ id: 'et', name: '', group: '', kind: 1 }])
  assert.equal((await listCorpTags(api))[0]?.tags[0]?.name, 'T')
  assert.deepEqual(await listGroups(api, { ownerIds: ['o'] }), {
    groups: [{ chatId: 'wr', status: 0 }],
    nextCursor: '',
  })
  assert.deepEqual(sent(), { status_filter: 0, owner_filter: { userid_list: ['o'] }, limit: 1000 })
  const group = await getGroup(api, 'wr')
  assert.deepEqual(
    [group.version, group.members[1]?.invitedBy, group.members[1]?.isMember],
    ['v', 'o', false],
  )
  const transfer = { fromUserId: 'o', toUserId: 'p', externalUserIds: ['wm'] }
  assert.deepEqual(await transferContacts(api, transfer), [{ externalUserId: 'wm', errcode: 40128 }])
  assert.deepEqual(await transferGroups(api, ['wr'], 'p'), [{ chatId: 'wr', errcode: 90501 }])
  assert.deepEqual(await addContactWay(api, { userIds: ['o'], state: 's' }), { configId: 'c', qrCode: 'q' })
  assert.deepEqual(sent(), { type: 1, scene: 2, user: ['o'], state: 's', skip_verify: true })
  await remarkContact(api, 'o', 'wm', { mobiles: [] })
  assert.deepEqual(sent(), { userid: 'o', external_userid: 'wm', remark_mobiles: [''] })
  await markTags(api, 'o', 'wm', { add: ['et'] })
  assert.deepEqual(sent(), { userid: 'o', external_userid: 'wm', add_tag: ['et'] })
  await sendWelcome(api, 'W', 'hi')
  assert.deepEqual(sent(), { welcome_code: 'W', text: { content: 'hi' } })
})
