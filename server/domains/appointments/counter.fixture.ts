import type { TestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { loadStarterGuides } from '../services/load-starter-guides.ts'
import { loadDefaultCalendar } from './load-default-calendar.ts'

type Slot = { startsAt: string; endsAt: string; free: number }

/** A station whose counter is open, and what its tests ask of it again and again. */
export async function openTestCounter({ context, world, anonymous }: TestServer) {
  const inWorld = <T>(work: Parameters<typeof inStation<T>>[2]) =>
    inStation(context.pool, world.stationId, work)
  await inWorld(async (tx) => {
    await loadDefaultCalendar(tx)
    await loadStarterGuides(tx)
  })
  const key = () => newId()

  /** Times with all counters free on a working day from tomorrow on; every call gives another day. */
  let day = 0
  async function freeSlots(guideSlug = 'household-split'): Promise<Slot[]> {
    const query = { stationCode: world.code, guideSlug, days: '31' }
    const { days } = (await anonymous({ url: '/api/public/slots', query })).json()
    const open = days.slice(1).filter((one: { slots: Slot[] }) => one.slots.length > 3)
    return open[day++ % open.length].slots.filter((slot: Slot) => slot.free === 2)
  }

  /** A phone that the station has not seen before, in a village or in none. */
  async function newContact(
    villageId: string | null = null,
    channel: 'web' | 'phone' = 'web',
  ): Promise<string> {
    const id = newId()
    await inWorld(async ({ db, stationId }) => {
      await db.insertInto('contacts').values({ stationId, id, channel, villageId }).execute()
    })
    return id
  }

  async function newConversation(contactId: string, villageId: string | null = null): Promise<string> {
    const id = newId()
    const now = new Date()
    await inWorld(async ({ db, stationId }) => {
      await db
        .insertInto('conversations')
        .values({
          stationId,
          id,
          number: id,
          contactId,
          villageId,
          channel: 'web',
          scenario: 'business',
          openedAt: now,
          lastMessageAt: now,
        })
        .execute()
    })
    return id
  }

  /** Calls the API as the phone of any contact. */
  const phone =
    (contactId: string) =>
    (options: Parameters<typeof anonymous>[0]): ReturnType<typeof anonymous> =>
      anonymous({
        ...options,
        headers: { ...options.headers, 'x-test-resident': `${world.stationId} ${contactId}` },
      })

  function book(contactId: string, startsAt: string, more: object = {}) {
    const payload = {
      guideSlug: 'household-split',
      startsAt,
      name: '陈大妈',
      phone: '13800000000',
      clientKey: key(),
      ...more,
    }
    return phone(contactId)({ method: 'POST', url: '/api/resident/appointments', payload })
  }

  /** Pairs of appointments that hold the same counter at the same time: must be none, always. */
  async function countOverlaps(): Promise<number> {
    return inWorld(async ({ client, stationId }) => {
      const { rows } = await client.query(
        `select count(*)::int as n from appointments a join appointments b on b.station_id = a.station_id
           and b.counter_id = a.counter_id and b.id > a.id and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
         where a.station_id = $1 and not a.walk_in and not b.walk_in
           and a.status in ('booked', 'arrived', 'served') and b.status in ('booked', 'arrived', 'served')`,
        [stationId],
      )
      return rows[0].n
    })
  }

  return { inWorld, key, freeSlots, newContact, newConversation, phone, book, countOverlaps }
}
