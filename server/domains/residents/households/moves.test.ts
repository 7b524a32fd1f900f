import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { startHouseholds } from './households.fixture.ts'

const town = await startHouseholds()
const { call, household, checkRegister, ask, today, world } = town

type Step = { deed: 'move' | 'split' | 'merge' | 'leave' | 'undo'; a: number; b: number }
const step: fc.Arbitrary<Step> = fc.record({
  deed: fc.constantFrom('move', 'move', 'split', 'merge', 'leave', 'undo', 'undo'),
  a: fc.nat(99),
  b: fc.nat(99),
})

test('whatever is moved, split, merged and undone: one home a person, the register agrees, nobody is lost', async () => {
  const homes: string[] = []
  const people: string[] = []
  for (const names of [['甲一', '甲二', '甲三'], ['乙一', '乙二'], ['丙一']]) {
    const made = await household(names)
    homes.push(made.id)
    people.push(...made.people)
  }
  const changes: string[] = []
  let done = 0
  const at = <T>(list: T[], index: number) => list[index % list.length]!

  async function take({ deed, a, b }: Step): Promise<void> {
    const home = at(homes, a)
    const lives = await ask<{ id: string }>('select id from residents where household_id = $1 order by id', [
      home,
    ])
    const [person] = (await ask<{ id: string; home: string | null }>(
      'select id, household_id as home from residents where id = $1',
      [at(people, b)],
    )) as [{ id: string; home: string | null }]
    const [url, body] = {
      move: [`/households/${home}/arrivals`, { kind: 'moved_in', residentId: at(people, b), on: today }],
      split: [
        `/households/${home}/splits`,
        {
          people: lives.slice(0, 1 + (b % 2)).map(({ id }) => id),
          address: `${homes.length}号`,
          on: today,
          sameDoor: true,
        },
      ],
      merge: [`/households/${home}/mergers`, { intoId: at(homes, b), on: today }],
      leave: [
        `/households/${person.home ?? home}/leavings`,
        { kind: 'moved_out', residentId: person.id, on: today },
      ],
      undo: [`/household-changes/${changes.at(-1 - (b % 3)) ?? home}/undo`, {}],
    }[deed] as [string, object]
    const answer = await call(url, body)
    assert.ok([200, 400, 404, 409].includes(answer.statusCode), `${url} ${answer.body}`)
    if (answer.statusCode !== 200) return
    done++
    const { id, changeId } = answer.json()
    if (changeId) changes.push(changeId)
    if (deed === 'split') homes.push(id)
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 18 }), async (steps) => {
      for (const each of steps) {
        await take(each)
        await checkRegister()
      }
      const known = await ask<{ id: string }>('select id from residents where id = any ($1::uuid[])', [
        people,
      ])
      assert.equal(known.length, people.length)
      const [broken] = await ask<Record<string, number>>(
        `select (select count(*)::int from household_members m join households h on h.id = m.household_id
             where m.ended_on is null and h.resident_until_on is not null) as in_what_is_over,
           (select count(*)::int from household_members where station_id = $1 and ended_on < began_on) as backwards`,
        [world.stationId],
      )
      assert.deepEqual(broken, { in_what_is_over: 0, backwards: 0 })
    }),
    { numRuns: 5, seed: 7125, endOnFailure: true },
  )
  assert.ok(done > 25, `${done} deeds were done`)
})
