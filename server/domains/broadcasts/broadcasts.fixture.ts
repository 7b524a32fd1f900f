import type { BroadcastAudience, BroadcastContent } from '../../../contract/broadcasts.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

export const wholeTown: BroadcastAudience = {
  villageIds: null,
  villageGroups: [],
  groupIds: null,
  tagIds: [],
  needs: [],
  languages: [],
}

export const rain = (more: Partial<BroadcastContent> = {}): BroadcastContent => ({
  kind: 'warning',
  urgency: 'important',
  title: '今晚有大到暴雨',
  body: '今晚到明早有大到暴雨，住在河边、坡下的请提前到亲戚家或村部。',
  spoken: '',
  fileIds: [],
  channels: ['contacts', 'groups'],
  audience: wholeTown,
  sendAt: null,
  shownUntil: null,
  templateKey: null,
  ...more,
})

type Person = {
  villageId: string | null
  accounts?: { id: string; leftAt?: string; endedAt?: string; since?: string; tags?: string[] }[]
  optedOut?: boolean
  removed?: boolean
  needs?: string[]
  languages?: string[]
  villageGroup?: string
  consent?: ('in_force' | 'refused' | 'withdrawn')[]
}

/** A resident with a home and a WeChat contact, as WeCom and the register would have her. Returns her contact. */
export async function makePerson(pool: Pool, stationId: string, person: Person): Promise<string> {
  const [contact, resident, household] = [newId(), newId(), newId()]
  await inStation(pool, stationId, async ({ client }) => {
    const put = (text: string, values: unknown[]) => client.query(text, [stationId, ...values])
    if (person.villageId)
      await put(
        `insert into households (station_id, id, village_id, address, village_group, resident_since_on) values ($1, $2, $3, '1号', $4, '2020-01-01')`,
        [household, person.villageId, person.villageGroup ?? ''],
      )
    await put(
      `insert into residents (station_id, id, household_id, name, needs, languages) values ($1, $2, $3, '某人', $4, $5)`,
      [resident, person.villageId ? household : null, person.needs ?? [], person.languages ?? []],
    )
    await put(
      `insert into contacts (station_id, id, channel, resident_id, name, opted_out_at, removed_at) values ($1, $2, 'wechat', $3, '某人',
         case when $4 then now() end, case when $5 then now() end)`,
      [contact, resident, person.optedOut ?? false, person.removed ?? false],
    )
    await put('insert into external_people (station_id, external_userid, contact_id) values ($1, $2, $3)', [
      `wm-${contact}`,
      contact,
    ])
    for (const { id, leftAt, endedAt, since, tags } of person.accounts ?? [{ id: 'LiXiuYing' }]) {
      await put('insert into work_accounts (station_id, user_id) values ($1, $2) on conflict do nothing', [
        id,
      ])
      await put(
        `insert into work_contacts (station_id, user_id, external_userid, contact_id, followed_at, left_at, ended_at, tag_ids) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, `wm-${contact}`, contact, since ?? '2026-01-01', leftAt ?? null, endedAt ?? null, tags ?? []],
      )
    }
    for (const state of person.consent ?? [])
      await put(
        `insert into resident_consents (station_id, id, resident_id, purpose, basis, state, how) values ($1, $2, $3, 'notices', 'consent', $4, 'spoken')`,
        [newId(), resident, state],
      )
  })
  return contact
}

export async function makeChat(
  pool: Pool,
  stationId: string,
  chat: { villageId: string | null; owner: string; members?: number },
): Promise<string> {
  const id = newId()
  await inStation(pool, stationId, async ({ client }) => {
    if (chat.owner)
      await client.query(
        'insert into work_accounts (station_id, user_id) values ($1, $2) on conflict do nothing',
        [stationId, chat.owner],
      )
    await client.query(
      'insert into chat_groups (station_id, id, chat_id, name, village_id, owner_account, member_count) values ($1, $2, $3, $4, $5, $6, $7)',
      [stationId, id, `wr-${id}`, '平安群', chat.villageId, chat.owner, chat.members ?? 100],
    )
  })
  return id
}
