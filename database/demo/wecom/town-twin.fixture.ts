import { after } from 'node:test'
import { startWechat } from '../../../server/domains/wechat/start-wechat.ts'
import { inStation } from '../../../server/platform/tenancy.ts'
import { startTestServer } from '../../../test/server.ts'
import { insertRows } from '../insert-rows.ts'
import { startTownTwin } from './start-town-twin.ts'

const day = 86_400_000

/** A station like the demo town in small: one work account in each village, its contacts with doors and tags, a group. */
export async function startSmallTown() {
  const running: { stop: () => Promise<void> }[] = []
  const stopAll = async () => {
    for (const each of running.splice(0).reverse()) await each.stop()
  }
  after(stopAll)
  const server = await startTestServer()
  const { app, context, world } = server
  const { stationId, code } = world
  await furnish(server)
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const query = async (text: string, values: unknown[] = []) =>
    (await inStation(context.pool, stationId, (tx) => tx.client.query(text, [stationId, ...values]))).rows

  return {
    ...server,
    query,
    /** As a start of `npm start` does it: the twin, the worker, the callback. Null when the channel is another's. */
    async start() {
      const twin = await startTownTwin(context, { id: stationId, code }, { host: '127.0.0.1', port: 0 })
      if (!twin) return null
      running.push(twin, startWechat(context))
      return { ...twin, troubles: await twin.callBack(origin) }
    },
    stop: stopAll,
  }
}

async function furnish({ context, world }: Awaited<ReturnType<typeof startTestServer>>): Promise<void> {
  const { officers, villages, stationId } = world
  const then = new Date(Date.now() - 300 * day)
  const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
  const people = Array.from({ length: 120 }, (_, n) => ({
    id: uuid(n),
    externalId: `demo-${n}`,
    name: `居民${n}`,
    east: n < 100,
  }))
  const staff = [
    { userId: 'chief', officerId: officers.chief },
    { userId: 'dongcun', officerId: officers.eastAuxiliary },
  ]
  await inStation(context.pool, stationId, async (tx) => {
    await insertRows(
      tx,
      'contacts',
      people.map(({ id, externalId, name, east }) => ({
        ...{ id, externalId, name, channel: 'wechat', createdAt: then },
        villageId: east ? villages.east : villages.west,
      })),
    )
    await insertRows(
      tx,
      'workAccounts',
      staff.map(({ userId }) => ({ userId })),
    )
    await insertRows(
      tx,
      'officerWecomMembers',
      staff.map((each) => ({ ...each, boundBy: each.officerId, boundAt: then, confirmedAt: then })),
    )
    await insertRows(tx, 'contactTags', [{ tagId: 'demo-0', name: '网格员', groupName: '身份' }])
    await insertRows(tx, 'contactDoors', [
      {
        ...{ id: uuid(900), state: 'demo-001', label: '东村服务台', villageId: villages.east },
        ...{ userIds: ['dongcun'], configId: 'demo-way', qrUrl: 'https://invalid.invalid/', madeAt: then },
      },
    ])
    await insertRows(
      tx,
      'externalPeople',
      people.map(({ id, externalId, name }) => ({ externalUserid: externalId, contactId: id, name })),
    )
    await insertRows(
      tx,
      'workContacts',
      people.map(({ id, externalId, name, east }, n) => ({
        ...{ userId: 'dongcun', externalUserid: externalId, contactId: id, followedAt: then },
        ...{ remark: `东村 ${name}`, mobiles: ['13900001111'], tagIds: n === 3 ? ['demo-0'] : [] },
        ...{ door: east ? 'demo-001' : '', addWay: 1, leftAt: n === 4 ? new Date(+then + day) : null },
      })),
    )
    await insertRows(tx, 'chatGroups', [
      {
        ...{
          id: uuid(901),
          chatId: 'demo-group',
          name: '东村总群',
          villageId: villages.east,
          memberCount: 41,
        },
        ...{ ownerAccount: 'chief', ownerOfficerId: officers.chief, createdAt: then, changedAt: then },
      },
    ])
    await insertRows(
      tx,
      'chatGroupMembers',
      ['chief', ...people.slice(0, 40).map(({ externalId }) => externalId)].map((memberId) => ({
        ...{ groupId: uuid(901), memberId, isStaff: memberId === 'chief', joinedAt: then, joinScene: 1 },
      })),
    )
  })
}
