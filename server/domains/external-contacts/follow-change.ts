import type { Api } from '../../gateways/wecom/api/api.ts'
import type { Context } from '../../platform/context.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { askContact } from './ask-contact.ts'
import { endFollow, noteLeft } from './end-follow.ts'
import { type Kept, keepFollows, type Pair } from './keep-follows.ts'
import { welcomeContact } from './welcome-contact.ts'

/** What a callback said of a work account and a contact. */
export type ContactChange = {
  change: string
  userId: string
  externalUserId: string
  state: string
  welcomeCode: string
  source: string
  /** When it happened, by the platform's clock, in seconds. */
  at: number
}

/**
 * Follows a hint of a contact: the truth is asked for, because hints come late, twice and out of order. A greeting goes
 * first, for its code is good for twenty seconds. May run again after a death in the middle.
 */
export async function followChange(
  context: Pick<Context, 'pool' | 'log'>,
  api: Api,
  stationId: string,
  change: ContactChange,
): Promise<void> {
  const { userId, externalUserId } = change
  if (!userId || !externalUserId) return
  const welcome = change.welcomeCode ? await welcomeContact(context, api, stationId, change) : undefined
  const pairs = await askContact(api, externalUserId)
  const isThere = pairs.some(({ follow }) => follow.userId === userId)
  await inStation(context.pool, stationId, async (tx) => {
    const kept = await keepFollows(tx, isThere ? pairs : [...pairs, ...halfPair(change)])
    await tellKept(tx, kept)
    if (change.change === 'del_external_contact' && !isThere)
      await endFollow(tx, userId, externalUserId, change.source ? 'transferred' : 'removed')
    if (change.change === 'del_follow_user')
      await noteLeft(tx, userId, externalUserId, new Date(change.at * 1000))
    if (welcome)
      await tx.client.query(
        `update work_contacts set welcomed_at = case when $4::text is null then clock_timestamp() end, welcome_fail = $4
         where station_id = $1 and user_id = $2 and external_userid = $3 and welcomed_at is null`,
        [stationId, userId, externalUserId, welcome.failCode],
      )
  })
}

/** Added without asking, and not yet added back: the server tells nothing more of her. */
function halfPair(change: ContactChange): Pair[] {
  if (change.change !== 'add_half_external_contact') return []
  const { userId, externalUserId, state, at } = change
  return [
    {
      contact: { externalUserId, name: '', avatar: '', kind: 1, unionId: '' },
      follow: {
        userId,
        remark: '',
        description: '',
        createdAt: at,
        tags: [],
        mobiles: [],
        addWay: undefined,
        state,
      },
      half: true,
    },
  ]
}

async function tellKept(tx: Tx, kept: Kept[]): Promise<void> {
  const moved = kept.filter(({ how }) => how !== 'same')
  const { rows } = await tx.client.query(
    'select id, village_id from contacts where station_id = $1 and id = any($2::uuid[])',
    [tx.stationId, moved.map(({ contactId }) => contactId)],
  )
  const villages = new Map(rows.map((row) => [row.id, row.village_id]))
  await writeEvents(
    tx,
    { kind: 'system', id: null },
    moved.map(({ contactId, how, userId }) => ({
      name: how === 'added' ? ('external_contact.added' as const) : ('external_contact.changed' as const),
      subject: { kind: 'contact', id: contactId },
      contactId,
      villageId: villages.get(contactId) ?? null,
      data: { account: userId },
    })),
  )
}
