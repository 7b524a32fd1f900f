import { keepFollows, noteAccounts } from '../../server/domains/external-contacts/keep-follows.ts'
import { keepGroup } from '../../server/domains/groups/keep-group.ts'
import type { Pool } from '../../server/platform/database/pool.ts'
import { newId } from '../../server/platform/id.ts'
import { inStation } from '../../server/platform/tenancy.ts'

/** What WeCom would have told of one resident: she is a contact, in a group, was compared and could not be handed over. */
export async function makeWorkThings(
  pool: Pool,
  { stationId, officers }: { stationId: string; officers: { chief: string } },
  contactId: string,
  villageId: string,
) {
  return inStation(pool, stationId, async (tx) => {
    // In the matrix a person's id in WeChat is her contact's (make-things.ts).
    const externalUserId = contactId
    const [reconcile, handover] = [newId(), newId()]
    await noteAccounts(tx, ['LiXiuYing', 'ZhaoMin'])
    await keepFollows(tx, [
      {
        contact: { externalUserId, name: '陈大妈', avatar: '', kind: 1, unionId: '' },
        follow: {
          ...{ userId: 'LiXiuYing', remark: '', description: '', createdAt: 1, tags: [], mobiles: [] },
          ...{ addWay: 1, state: '' },
        },
      },
    ])
    const member = {
      name: '',
      nickname: '',
      unionId: '',
      joinedAt: 1,
      joinScene: 1,
      invitedBy: '',
      state: '',
    }
    const group = await keepGroup(
      tx,
      {
        ...{ chatId: `wr-${contactId}`, name: '平安群', ownerId: 'LiXiuYing', createdAt: 1, notice: '' },
        ...{ adminIds: [], version: 'v1' },
        members: [
          { ...member, id: externalUserId, isMember: false },
          { ...member, id: 'LiXiuYing', isMember: true },
        ],
      },
      'comparison',
    )
    await tx.client.query('update chat_groups set village_id = $3 where station_id = $1 and id = $2', [
      stationId,
      group.id,
      villageId,
    ])
    await tx.client.query(
      `insert into wecom_reconciles (station_id, id, part, started_at, finished_at, added) values ($1, $2, 'contacts', now(), now(), 1)`,
      [stationId, reconcile],
    )
    await tx.client.query(
      `insert into wecom_findings (station_id, reconcile_id, kind, user_id, subject_id) values ($1, $2, 'added', 'LiXiuYing', $3)`,
      [stationId, reconcile, contactId],
    )
    await tx.client.query(
      `insert into handovers (station_id, id, from_account, to_account, has_left, asked_by, finished_at)
       values ($1, $2, 'LiXiuYing', 'ZhaoMin', false, $3, now())`,
      [stationId, handover, officers.chief],
    )
    await tx.client.query(
      `insert into handover_items (station_id, handover_id, kind, subject, state, code) values ($1, $2, 'contact', $3, 'refused', 'customer_refused')`,
      [stationId, handover, externalUserId],
    )
    const [contactDoor, groupDoor] = [newId(), newId()]
    await tx.client.query(
      `insert into contact_doors (station_id, id, state, label, user_ids, config_id, qr_url, made_at)
       values ($1, $2, $3, '宣传栏', '{LiXiuYing}', 'c', 'https://code.example/c', now())`,
      [stationId, contactDoor, `door-${contactDoor}`],
    )
    await tx.client.query(
      `insert into chat_group_doors (station_id, id, label, group_ids, config_id, qr_url, made_at)
       values ($1, $2, '入群', $3, 'g', 'https://code.example/g', now())`,
      [stationId, groupDoor, [group.id]],
    )
    // Something that another resident sent over WeChat could not be handled.
    const [stranger, wechatLetter] = [newId(), newId()]
    await tx.client.query(`insert into contacts (station_id, id, channel) values ($1, $2, 'wechat')`, [
      stationId,
      stranger,
    ])
    await tx.client.query(
      `insert into kf_people (station_id, external_userid, contact_id) values ($1, $2, $3)`,
      [stationId, `wm-${stranger}`, stranger],
    )
    await tx.client.query(
      `insert into kf_messages (station_id, open_kfid, msgid, external_userid, raw, sent_at, troubled_at)
       values ($1, 'wk-matrix', $2, $3, '{}', now(), now())`,
      [stationId, `msg-${stranger}`, `wm-${stranger}`],
    )
    await tx.client.query(
      `insert into wechat_letters (station_id, id, job, item, open_kfid, msgid, dead_letter_id, error_code, failed_at)
       values ($1, $2, 'handle-kf-message', $3, 'wk-matrix', $3, $4, 'internal', now())`,
      [stationId, wechatLetter, `msg-${stranger}`, newId()],
    )
    return { chatGroup: group.id, contactDoor, groupDoor, reconcile, handover, wechatLetter }
  })
}
