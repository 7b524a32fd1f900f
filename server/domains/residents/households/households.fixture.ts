import assert from 'node:assert/strict'
import type { HouseholdPage } from '../../../../contract/households.ts'
import { startTestServer } from '../../../../test/server.ts'
import { createWorld } from '../../../../test/world.ts'
import { newId } from '../../../platform/id.ts'
import { addDays, stationDay } from '../../../platform/station-day.ts'
import { inStation } from '../../../platform/tenancy.ts'

/** A server with households to do things to, and short words for the calls. */
export async function startHouseholds() {
  const server = await startTestServer()
  const { as, context, world } = server
  const elsewhere = await createWorld(context.pool, '430182902')
  type Officer = keyof typeof world.officers
  const today = stationDay(new Date())

  const call = async (url: string, payload: object, officer: Officer = 'officer', key = newId()) =>
    as(officer)({ method: 'POST', url: `/api${url}`, payload, headers: { 'idempotency-key': key } })
  const post = async (url: string, payload: object = {}, officer: Officer = 'officer') => {
    const answer = await call(url, payload, officer)
    assert.equal(answer.statusCode, 200, `${url} ${answer.body}`)
    return answer.json() as { id: string; changeId: string }
  }
  const refused = async (url: string, payload: object, status: number, words: RegExp) => {
    const answer = await call(url, payload)
    assert.equal(answer.statusCode, status, answer.body)
    assert.match(answer.json().message, words)
  }
  const show = async (id: string): Promise<HouseholdPage> => {
    const answer = await as('officer')({ url: `/api/households/${id}` })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json()
  }
  const names = async (id: string) => (await show(id)).lives.map(({ name }) => name).sort()

  let doors = 0
  /** A household that began on `since`, with these people, the first of them its head. */
  async function household(people: string[], village: 'east' | 'west' = 'east', since = '2010-01-01') {
    const { id } = await post('/households', {
      villageId: world.villages[village],
      address: `${village}五组${++doors}号`,
      on: since,
    })
    const ids: string[] = []
    for (const name of people) {
      const answer = await as('officer')({
        method: 'POST',
        url: '/api/residents',
        payload: { name, household: { id } },
      })
      assert.equal(answer.statusCode, 201, answer.body)
      ids.push(answer.json().id)
    }
    if (ids[0])
      await as('officer')({ method: 'PATCH', url: `/api/households/${id}`, payload: { headId: ids[0] } })
    return { id, people: ids }
  }

  /** What must hold whatever was done: one home a person, and the register says the same as her memberships. */
  async function checkRegister(): Promise<void> {
    const { rows } = await inStation(context.pool, world.stationId, ({ client }) =>
      client.query(
        `select r.name, r.household_id, array_agg(m.household_id) filter (where m.id is not null) as homes
         from residents r left join household_members m on m.station_id = r.station_id and m.resident_id = r.id
           and m.tie = 'lives' and m.ended_on is null
         where r.station_id = $1 group by r.id, r.name, r.household_id
         having count(m.id) > 1 or min(m.household_id::text) is distinct from r.household_id::text`,
        [world.stationId],
      ),
    )
    assert.deepEqual(rows, [])
  }
  const ask = async <Row>(text: string, values: unknown[] = []) =>
    (await inStation(context.pool, world.stationId, ({ client }) => client.query(text, values))).rows as Row[]

  return {
    ...{ ...server, elsewhere, today, tomorrow: addDays(today, 1) },
    ...{ call, post, refused, show, names, household, checkRegister, ask },
  }
}
