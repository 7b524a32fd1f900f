import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { startTestServer } from '../../../../test/server.ts'
import { newId } from '../../../platform/id.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'

const { as, context, world } = await startTestServer()
const { stationId, villages, officers } = world

/** Everything a merge may touch, as it stands; what a merge itself wrote and its undoing made void is left out. */
const touched = {
  residents: `select to_jsonb(t) - 'updated_at' as row from residents t where station_id = $1 and id = any($2)`,
  contacts: 'select to_jsonb(t) as row from contacts t where station_id = $1 and id = any($2)',
  household_members:
    'select to_jsonb(t) as row from household_members t where station_id = $1 and id = any($2)',
  resident_absences:
    'select to_jsonb(t) as row from resident_absences t where station_id = $1 and id = any($2)',
  resident_phones:
    'select to_jsonb(t) as row from resident_phones t where station_id = $1 and (id = any($2) or ended_at is null)',
  resident_relations:
    'select to_jsonb(t) as row from resident_relations t where station_id = $1 and id = any($2)',
  resident_consents:
    'select to_jsonb(t) as row from resident_consents t where station_id = $1 and void_at is null',
  case_people: 'select to_jsonb(t) as row from case_people t where station_id = $1 and id = any($2)',
}

const side = fc.constantFrom('kept' as const, 'gone' as const)
const phone = fc.constantFrom('', '13900000001', '139-0000-0002')
const entry = fc.record({
  name: fc.constantFrom('刘桂英', '刘贵英'),
  phone,
  bornOn: fc.option(fc.constantFrom('1948-03-05', '1950-01-01')),
  note: fc.constantFrom('', '耳背', '住在女儿家'),
  nicknames: fc.subarray(['英嗲', '刘贵英']),
  home: fc.option(fc.constantFrom('一', '二')),
  head: fc.boolean(),
  registered: fc.option(fc.constantFrom('一', '二')),
  lived: fc.boolean(),
  away: fc.boolean(),
  contacts: fc.nat(2),
  phones: fc.subarray(['13900000001', '13900000003']),
  relations: fc.subarray(['parent', 'spouse', 'sibling']),
  ofOther: fc.boolean(),
  answers: fc.subarray(['notices', 'phone', 'pictures']),
  yes: fc.boolean(),
  inCase: fc.boolean(),
})
type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never

test('a merge and its undoing leave every row as it was, whatever hung on the two', async () => {
  await fc.assert(
    fc.asyncProperty(
      entry,
      entry,
      fc.record({ name: side, phone: side, bornOn: side, household: side, note: side }),
      async (first, second, choices) => {
        const { keptId, goneId, ids } = await inStation(context.pool, stationId, (tx) =>
          fill(tx, first, second),
        )
        const before = await look(ids)
        const payload = { goneId, choices }
        const merged = await as('officer')({
          method: 'POST',
          url: `/api/residents/${keptId}/merges`,
          payload,
        })
        assert.equal(merged.statusCode, 200, merged.body)
        await expectWhole(keptId, goneId)
        const undone = await as('officer')({
          method: 'DELETE',
          url: `/api/resident-merges/${merged.json().mergeId}`,
        })
        assert.equal(undone.statusCode, 200, undone.body)
        assert.deepEqual(await look(ids), before)
      },
    ),
    { numRuns: 12, seed: 7110 },
  )
})

async function look(ids: string[]) {
  return inStation(context.pool, stationId, async ({ client }) => {
    const found: Record<string, unknown[]> = {}
    for (const [table, sql] of Object.entries(touched)) {
      const { rows } = await client.query(
        `select row from (${sql}) x order by row ->> 'id'`,
        sql.includes('$2') ? [stationId, ids] : [stationId],
      )
      found[table] = rows.map(({ row }) => row)
    }
    return found
  })
}

/** After a merge nothing open hangs on the entry that went, and the home of the other is one. */
async function expectWhole(keptId: string, goneId: string) {
  await inStation(context.pool, stationId, async ({ client }) => {
    const { rows } = await client.query(
      `select (select count(*) from contacts where resident_id = $2)::int
         + (select count(*) from household_members where resident_id = $2 and ended_on is null)::int
         + (select count(*) from resident_relations where $2 in (from_id, to_id) and ended_at is null)::int
         + (select count(*) from case_people where resident_id = $2)::int as left_behind,
         (select household_id from residents where id = $1) as home,
         (select household_id from household_members where resident_id = $1 and tie = 'lives' and ended_on is null) as lives`,
      [keptId, goneId],
    )
    assert.equal(rows[0].left_behind, 0)
    assert.equal(rows[0].lives, rows[0].home)
  })
}

async function fill(tx: Tx, first: Entry, second: Entry) {
  const ids: string[] = []
  const made = () => {
    const id = newId()
    ids.push(id)
    return id
  }
  const insert = async (table: string, values: Record<string, unknown>) => {
    const names = Object.keys(values)
    await tx.client.query(
      `insert into ${table} (station_id, ${names.join(', ')}) values ($1, ${names.map((_, at) => `$${at + 2}`).join(', ')})`,
      [tx.stationId, ...Object.values(values)],
    )
  }
  const houses: Record<string, string> = { 一: made(), 二: made() }
  for (const [name, id] of Object.entries(houses))
    await insert('households', {
      id,
      village_id: villages.east,
      address: `${name}组 ${id.slice(-6)}`,
      resident_since_on: '2020-01-01',
    })
  const [keptId, goneId, other] = [made(), made(), made()]
  const common = { home: null, nicknames: [], phone: '', bornOn: null, note: '' }
  const people = { [keptId]: first, [goneId]: second, [other]: { ...common, name: '陈志强' } }
  for (const [id, { name, phone: number, bornOn, note, nicknames, home }] of Object.entries(people))
    await insert('residents', {
      id,
      name,
      phone: number,
      born_on: bornOn,
      note,
      nicknames,
      household_id: home && houses[home],
    })
  let headless = new Set(Object.keys(houses))
  for (const [residentId, one] of [
    [keptId, first],
    [goneId, second],
  ] as const) {
    const member = { resident_id: residentId, began_on: '2020-01-01', began_how: 'recorded' }
    if (one.home) {
      const head = one.head && headless.has(one.home)
      if (head) headless = new Set([...headless].filter((name) => name !== one.home))
      await insert('household_members', {
        ...member,
        id: made(),
        household_id: houses[one.home],
        tie: 'lives',
        head,
      })
    }
    if (one.registered)
      await insert('household_members', {
        ...member,
        id: made(),
        household_id: houses[one.registered],
        tie: 'registered',
      })
    if (one.lived)
      await insert('household_members', {
        ...member,
        id: made(),
        household_id: houses['二'],
        tie: 'lives',
        ended_on: '2021-01-01',
        ended_how: 'moved_out',
      })
    if (one.away)
      await insert('resident_absences', {
        id: made(),
        resident_id: residentId,
        reason: 'work',
        left_on: '2026-02-20',
      })
    for (let at = 0; at < one.contacts; at++)
      await insert('contacts', { id: made(), channel: 'web', resident_id: residentId })
    for (const number of one.phones)
      await insert('resident_phones', { id: made(), resident_id: residentId, phone: number, whose: 'own' })
    for (const kind of one.relations)
      await insert('resident_relations', { id: made(), from_id: residentId, to_id: other, kind })
    if (one.ofOther)
      await insert('resident_relations', {
        id: made(),
        from_id: residentId,
        to_id: residentId === keptId ? goneId : keptId,
        kind: 'carer',
      })
    for (const purpose of one.answers)
      await insert('resident_consents', {
        id: made(),
        resident_id: residentId,
        purpose,
        basis: 'consent',
        state: one.yes ? 'in_force' : 'withdrawn',
        how: 'spoken',
      })
    if (one.inCase) {
      const matter = newId()
      await tx.client.query(
        `insert into cases (station_id, id, number, kind, title, scenario, channel, opened_by)
         values ($1, $2, $3, 'other', '旧事', 'safety', 'walk_in', $4)`,
        [tx.stationId, matter, matter.slice(-12), officers.officer],
      )
      await insert('case_people', {
        id: made(),
        case_id: matter,
        resident_id: residentId,
        name: one.name,
        part: 'party',
        added_by: officers.officer,
      })
    }
  }
  return { keptId, goneId, ids }
}
