import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import type { ConversationItem } from '../../../contract/inbox.ts'
import { startTestServer } from '../../../test/server.ts'
import { inStation } from '../../platform/tenancy.ts'

const { context, world, as } = await startTestServer()
const { stationId, officers, villages, contacts } = world

/** Number, minutes since she began to wait (null: answered), minutes since the last message. */
type Given = [number: string, waiting: number | null, last: number]

// The one who waits longest was written to least lately, so that the two orders are opposite.
const given: Given[] = [
  ['waits 90', 90, 90],
  ['waits 60', 60, 2],
  ['waits 60 too', 60, 60],
  ['waits 5', 5, 5],
  ['answered 1', null, 1],
  ['answered 30', null, 30],
  ['answered 30 too', null, 30],
  ['answered 80', null, 80],
]
const inOrder = given.map(([number]) => number)

before(() =>
  inStation(context.pool, stationId, async ({ db }) => {
    const now = Date.now()
    const ago = (minutes: number) => new Date(now - minutes * 60_000)
    const rows = given.map(([number, waiting, last]) => ({
      stationId,
      id: randomUUID(),
      number,
      contactId: contacts.chen,
      channel: 'web',
      villageId: villages.east,
      scenario: 'safety',
      emergency: true,
      openedAt: ago(100),
      lastMessageAt: ago(last),
      waitingSince: waiting === null ? null : ago(waiting),
    }))
    await db.insertInto('conversations').values(rows).execute()
  }),
)

async function readQueue(queue: string, limit: number): Promise<string[]> {
  const numbers: string[] = []
  for (let after = ''; ; ) {
    const url = `/api/conversations?queue=${queue}&limit=${limit}${after}`
    const { items, next } = (await as('eastAuxiliary')({ method: 'GET', url })).json()
    numbers.push(...items.map((item: ConversationItem) => item.number))
    if (!next) return numbers
    after = `&after=${encodeURIComponent(next)}`
  }
}

/** Rows of the same moment stand in the order of their ids, which are drawn by lot. */
const withoutTies = (numbers: string[]) => numbers.map((number) => number.replace(' too', ''))

for (const queue of ['mine', 'villages', 'unassigned', 'emergency']) {
  test(`${queue}: who waits longest stands first, then what moved last; pages of any size hold each once`, async () => {
    await inStation(context.pool, stationId, (tx) =>
      tx.client.query('update conversations set assignee_id = $2 where station_id = $1', [
        stationId,
        queue === 'mine' ? officers.eastAuxiliary : null,
      ]),
    )
    // Pages that end before, at and after the border between those who wait and the rest.
    for (const limit of [1, 2, 3, 4, 5, 7, 8, 30]) {
      const numbers = await readQueue(queue, limit)
      assert.deepEqual(withoutTies(numbers), withoutTies(inOrder), `pages of ${limit}`)
      assert.equal(new Set(numbers).size, given.length, `pages of ${limit}`)
    }
  })
}

test('the queue of those who wait holds nobody else; a page key of another shape is refused', async () => {
  assert.deepEqual(withoutTies(await readQueue('waiting', 3)), withoutTies(inOrder.slice(0, 4)))
  for (const after of [
    'nonsense',
    `2_2026-01-01T00:00:00Z_${stationId}`,
    `0_never_${stationId}`,
    '0_2026-01-01',
  ]) {
    const answer = await as('chief')({ method: 'GET', url: `/api/conversations?queue=mine&after=${after}` })
    assert.equal(answer.statusCode, 400, after)
  }
})
