import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StationHome } from '../../../contract/statistics.ts'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { matterFixture } from './matters.fixture.ts'

const { as, context, world } = await startTestServer()
const { conversation, case: openCase, run } = matterFixture(context.pool, world)
const home = async (who: keyof typeof world.officers = 'chief') =>
  (await as(who)({ method: 'GET', url: '/api/station-home' })).json<StationHome>()
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

async function waiting(minutes: number, villageId: string | null, emergency = false): Promise<string> {
  const id = await conversation({ openedAt: minutesAgo(minutes), villageId })
  await run(
    'update conversations set waiting_since = opened_at, emergency = $3 where station_id = $1 and id = $2',
    [id, emergency],
  )
  return id
}

test('a station without anything: nothing waits, and it says that nobody sits at the desk', async () => {
  const empty = await home()
  assert.deepEqual([empty.waiting.count, empty.waiting.oldestSince, empty.emergencies.open], [0, null, 0])
  assert.deepEqual(
    empty.alarms.map((alarm) => alarm.key),
    ['empty_desk'],
  )
})

test('who waits longest, what is urgent, and an auxiliary only sees her villages', async () => {
  const oldest = await waiting(90, world.villages.west)
  const mine = await waiting(30, world.villages.east, true)
  await waiting(10, null)
  await run('update conversations set assignee_id = $3 where station_id = $1 and id = $2', [
    mine,
    world.officers.eastAuxiliary,
  ])
  await run(
    `insert into duty_shifts (station_id, id, officer_id, kind, starts_at, ends_at) values ($1, $2, $3, 'desk', $4, $5)`,
    [newId(), world.officers.officer, minutesAgo(60), minutesAgo(-60)],
  )
  const chief = await home()
  assert.deepEqual([chief.waiting.count, chief.waiting.unassigned, chief.waiting.oldestId], [3, 2, oldest])
  assert.deepEqual(chief.emergencies, { open: 1, waiting: 1 })
  assert.deepEqual(
    chief.alarms.map((alarm) => [alarm.key, alarm.count]),
    [['emergency_unanswered', 1]],
  )
  assert.deepEqual(
    chief.onDuty.map((duty) => duty.name),
    ['李民警'],
  )
  const east = await home('eastAuxiliary')
  assert.equal(east.waiting.count, 2)
  assert.deepEqual([east.mine.conversations, east.mine.waiting, east.mine.items[0]?.id], [1, 1, mine])
})

test('a deadline that passed is overdue, one of today is due today, a paused one is neither', async () => {
  const clocks = [-60, 0.001, -30]
  const ids: string[] = []
  for (const [index, minutes] of clocks.entries()) {
    const caseId = await openCase({
      openedAt: minutesAgo(600),
      contactId: null,
      villageId: world.villages.east,
    })
    ids.push(newId())
    await run(
      `insert into case_clocks (station_id, id, case_id, kind, started_at, due_at) values ($1, $2, $3, 'promise', now(), $4)`,
      // The second is due at the very end of today: the moment at which tomorrow begins.
      [ids[index], caseId, index === 1 ? endOfToday() : minutesAgo(-minutes)],
    )
  }
  await run(
    `insert into case_clock_changes (station_id, id, clock_id, change, reason, officer_id) values ($1, $2, $3, 'pause', '等人', $4)`,
    [newId(), ids[2], world.officers.officer],
  )
  const { clocks: due } = await home()
  assert.deepEqual([due.overdue, due.dueToday], [1, 1])
  assert.equal((await home('westAuxiliary')).clocks.overdue, 0)
})

test('an auxiliary counts today’s appointments of her villages, as her list shows them', async () => {
  const guide = newId()
  const counter = newId()
  await run(
    `insert into guides (station_id, id, code, slug, category, name, summary, content, expires_on)
     values ($1, $2, 'TEST', 'home-test', '测试', '测试', '', '{}', '2099-01-01')`,
    [guide],
  )
  await run('insert into counters (station_id, id, name, position) values ($1, $2, $3, 1)', [counter, '窗口'])
  const book = async (villageId: string | null, bookedBy: string | null, index: number) => {
    const conversationId = await conversation({ openedAt: minutesAgo(600), villageId })
    const startsAt = new Date(endOfToday().getTime() - (index + 1) * 1_800_000)
    await run(
      `insert into appointments (station_id, id, number, counter_id, guide_id, conversation_id, person_name, starts_at,
         ends_at, booked_by_officer) values ($1, $2, $3, $4, $5, $6, '陈', $7, $8, $9)`,
      [
        newId(),
        `T-${index}`,
        counter,
        guide,
        conversationId,
        startsAt,
        new Date(startsAt.getTime() + 900_000),
        bookedBy,
      ],
    )
  }
  await book(world.villages.east, null, 0)
  await book(world.villages.west, null, 1)
  await book(null, null, 2)
  await book(world.villages.west, world.officers.eastAuxiliary, 3)
  const booked = async (who: keyof typeof world.officers) => {
    const { appointments } = await home(who)
    const listed = (await as(who)({ url: '/api/appointments' })).json().items.length
    const count = appointments.find(({ status }) => status === 'booked')!.count
    assert.equal(count, listed, who)
    return count
  }
  assert.deepEqual(
    [await booked('chief'), await booked('eastAuxiliary'), await booked('westAuxiliary')],
    [4, 3, 3],
  )
})

function endOfToday(): Date {
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000)
}
