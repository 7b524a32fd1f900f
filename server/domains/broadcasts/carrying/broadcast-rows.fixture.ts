import type { Pool } from '../../../platform/database/pool.ts'
import { newId } from '../../../platform/id.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'

/** A started broadcast as composing leaves it: its versions and steps, whom it is for, and the tasks that wait. */
type RowsOf = {
  madeBy: string
  number?: string
  urgency?: 'emergency' | 'important' | 'ordinary'
  title?: string
  body?: string
  fileIds?: string[]
  villageId?: string
  /** Villages on whose page it stands. */
  pageVillages?: string[]
  about?: { id: string; how: 'correction' | 'withdrawal' }
  tasks: {
    channel: 'groups' | 'contacts' | 'moments'
    account: string
    targets: { target: string; contactId?: string; groupId?: string }[]
  }[]
}

const wholeTown = {
  villageIds: null,
  villageGroups: [],
  groupIds: null,
  tagIds: [],
  needs: [],
  languages: [],
}
let count = 0

export async function writeBroadcast(
  pool: Pool,
  stationId: string,
  given: RowsOf,
): Promise<{ id: string; taskIds: string[] }> {
  const id = newId()
  const taskIds = given.tasks.map(() => newId())
  const page = given.pageVillages ?? []
  const channels = [
    ...new Set<string>(given.tasks.map(({ channel }) => channel)),
    ...(page.length > 0 ? ['page'] : []),
  ]
  await inStation(pool, stationId, async (tx) => {
    await tx.client.query(
      `insert into broadcasts (station_id, id, number, kind, urgency, made_by, about_id, about_how) values ($1, $2, $3, 'warning', $4, $5, $6, $7)`,
      [
        stationId,
        id,
        given.number ?? `260101-${String(++count).padStart(2, '0')}`,
        given.urgency ?? 'important',
        given.madeBy,
        given.about?.id ?? null,
        given.about?.how ?? null,
      ],
    )
    await tx.client.query(
      `insert into broadcast_versions (station_id, broadcast_id, version, title, body, file_ids, channels, audience, written_by)
       values ($1, $2, 1, $3, $4, $5, $6, $8, $7)`,
      [
        stationId,
        id,
        given.title ?? '今晚有大雨',
        given.body ?? '低处的人家请往高处走，夜里不要过河。',
        given.fileIds ?? [],
        channels,
        given.madeBy,
        JSON.stringify(wholeTown),
      ],
    )
    for (const step of ['drafted', 'approved', 'started'])
      await tx.client.query(
        `insert into broadcast_steps (station_id, id, broadcast_id, version, step) values ($1, $2, $3, 1, $4)`,
        [stationId, newId(), id, step],
      )
    await tx.client.query(
      `insert into broadcast_targets (station_id, broadcast_id, channel, target, village_id)
       select $1, $2, 'page', v::text, v from unnest($3::uuid[]) as v`,
      [stationId, id, page],
    )
    for (const [at, task] of given.tasks.entries())
      await writeTask(tx, id, taskIds[at]!, task, given.villageId)
  })
  return { id, taskIds }
}

async function writeTask(
  tx: Tx,
  broadcastId: string,
  taskId: string,
  { channel, account, targets }: RowsOf['tasks'][number],
  villageId: string | undefined,
): Promise<void> {
  await tx.client.query(
    `insert into broadcast_tasks (station_id, id, broadcast_id, channel, account, targets) values ($1, $2, $3, $4, $5, $6)`,
    [tx.stationId, taskId, broadcastId, channel, account, targets.length],
  )
  await tx.client.query(
    `insert into broadcast_targets (station_id, broadcast_id, channel, target, task_id, contact_id, group_id, village_id)
     select $1, $2, $3, t.*, $8 from unnest($4::text[], $5::uuid[], $6::uuid[], $7::uuid[]) as t(target, task_id, contact_id, group_id)`,
    [
      tx.stationId,
      broadcastId,
      channel,
      targets.map(({ target }) => target),
      targets.map(() => taskId),
      targets.map(({ contactId }) => contactId ?? null),
      targets.map(({ groupId }) => groupId ?? null),
      villageId ?? null,
    ],
  )
}

type Known = { target: string; contactId: string; account: string }

/** Contacts of work accounts, as the comparison with WeCom leaves them. */
export async function writePeople(
  pool: Pool,
  stationId: string,
  people: { target: string; account: string; name?: string; villageId?: string }[],
): Promise<Known[]> {
  const known = people.map((person) => ({ ...person, contactId: newId() }))
  await inStation(pool, stationId, async (tx) => {
    await tx.client.query(
      `insert into work_accounts (station_id, user_id) select $1, a from unnest($2::text[]) as a on conflict do nothing`,
      [stationId, [...new Set(people.map(({ account }) => account))]],
    )
    const lists = [
      stationId,
      known.map(({ contactId }) => contactId),
      known.map(({ target }) => target),
      known.map(({ account }) => account),
      known.map(({ name }, at) => name ?? `居民${at}`),
      known.map(({ villageId }) => villageId ?? null),
    ]
    const listed =
      'unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[]) as p(id, target, account, name, village_id)'
    await tx.client.query(
      `insert into contacts (station_id, id, channel, name, village_id) select $1, p.id, 'wechat', p.name, p.village_id from ${listed}`,
      lists,
    )
    await tx.client.query(
      `insert into external_people (station_id, external_userid, contact_id) select $1, p.target, p.id from ${listed}`,
      lists,
    )
    await tx.client.query(
      `insert into work_contacts (station_id, user_id, external_userid, contact_id, followed_at)
       select $1, p.account, p.target, p.id, now() from ${listed}`,
      lists,
    )
  })
  return known
}
