import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { fillEveryTable } from '../test/access-matrix/fill-every-table.ts'
import { startTestServer } from '../test/server.ts'
import { createWorld } from '../test/world.ts'
import { createPool } from './platform/database/pool.ts'
import { newId } from './platform/id.ts'
import { inStation } from './platform/tenancy.ts'

const server = await startTestServer()
const { context, world, database } = server
const { pool } = context
const elsewhere = await createWorld(pool, '430182902')
const owner = createPool(database.ownerUrl, { max: 2, name: 'test-owner' })
after(() => owner.end())

/** Functions that run with their owner's rights: each has a test below that it does not cross stations. */
const definers = [
  'public.find_entries_by_grams',
  'public.find_messages_by_grams',
  'public.find_messages_by_sounds',
]
/** Keys that hold over all stations: whoever signs in says only her name, so an account is one officer's of one station. */
const keysOfInstallation = ['officers.officers_user_id_key']
/** Policies that let a role see more than its station, and why. */
const wider = ['message_grams.of_search', 'message_sounds.of_search', 'search_entries.of_search']

const { rows: owned } = await owner.query<{ name: string; forced: boolean; rls: boolean }>(
  `select c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as forced
   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'station_id' and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
)

test('every table with a station has forced row-level security whose policy checks reads and writes', async () => {
  assert.ok(owned.length > 40, `${owned.length} tables`)
  assert.deepEqual(
    owned.filter(({ rls, forced }) => !rls || !forced).map(({ name }) => name),
    [],
  )
  const { rows: policies } = await owner.query(
    `select tablename as table, policyname as name, permissive, cmd, roles::text[], qual, with_check from pg_policies
     where schemaname = 'public'`,
  )
  const station = /^\(station_id = \( SELECT current_station\(\) AS current_station\)\)$/
  for (const { name } of owned) {
    const ofTable = policies.filter(({ table }) => table === name)
    const whole = ofTable.filter(
      ({ cmd, roles, qual, with_check }) =>
        cmd === 'ALL' && roles.join() === 'public' && station.test(qual) && station.test(with_check ?? ''),
    )
    assert.equal(whole.length, 1, `${name} has no policy for all commands with a check on what is written`)
    // Permissive policies add up: one more could open what the first one keeps.
    const others = ofTable.filter((policy) => policy !== whole[0]).map((policy) => `${name}.${policy.name}`)
    assert.deepEqual(
      others.filter((policy) => !wider.includes(policy)),
      [],
    )
  }
  const { rows: search } = await owner.query(
    `select cmd, roles::text[] from pg_policies where policyname = 'of_search'`,
  )
  const reads = { cmd: 'SELECT', roles: ['lianxinqiao_search'] }
  assert.deepEqual(
    search,
    wider.map(() => reads),
  )
})

test('every key of a station-owned table begins with the station', async () => {
  const { rows } = await owner.query<{ key: string }>(
    `select t.relname || '.' || i.relname as key from pg_index x
     join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
     where t.relnamespace = 'public'::regnamespace and t.relname = any ($1) and (x.indisprimary or x.indisunique)
       and a.attname is distinct from 'station_id' order by 1`,
    [owned.map(({ name }) => name)],
  )
  assert.deepEqual(
    rows.map(({ key }) => key),
    keysOfInstallation,
  )
})

test('a station’s own row is read by all and changed from within only', async () => {
  const rename = (stationId: string) =>
    inStation(pool, world.stationId, (tx) =>
      tx.client.query(`update stations set phone = '110' where id = $1`, [stationId]),
    )
  assert.equal((await rename(world.stationId)).rowCount, 1)
  assert.equal((await rename(elsewhere.stationId)).rowCount, 0)
  assert.equal((await pool.query(`update stations set phone = '110'`)).rowCount, 0)
  assert.ok((await pool.query('select from stations')).rowCount! >= 2)
  await assert.rejects(pool.query('delete from stations'), { code: '42501' })
})

test('no other table of the schema can hold a station’s rows unseen: those without a station are known', async () => {
  const { rows } = await owner.query(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and relname <> all($1::text[]) order by 1`,
    [owned.map(({ name }) => name)],
  )
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['kysely_migration', 'kysely_migration_lock', 'stations'],
  )
})

test('the serving role owns nothing, is nobody’s superuser and passes no policy by', async () => {
  const { rows: roles } = await pool.query(
    `select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
       pg_has_role(current_user, 'lianxinqiao_search', 'usage') as searches,
       has_schema_privilege(current_user, 'public', 'create') as creates
     from pg_roles where rolname = current_user`,
  )
  assert.deepEqual(roles, [
    {
      name: 'lianxinqiao_serving',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      searches: false,
      creates: false,
    },
  ])
  const { rows: things } = await owner.query(
    `select relname from pg_class where relowner = 'lianxinqiao_serving'::regrole
     union all select proname from pg_proc where proowner = 'lianxinqiao_serving'::regrole`,
  )
  assert.deepEqual(things, [])
  const { rows: search } = await owner.query(
    `select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = 'lianxinqiao_search'`,
  )
  assert.deepEqual(search, [{ rolsuper: false, rolbypassrls: false, rolcanlogin: false }])
})

test('views of station-owned tables ask with the rights of the reader', async () => {
  const { rows } = await owner.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
       and not coalesce(reloptions @> '{security_invoker=true}', false)`,
  )
  assert.deepEqual(rows, [])
})

test('with rows of two stations in every table, each sees its own, nobody without a station sees any', async () => {
  await fillEveryTable(
    owner,
    owned.map(({ name }) => name),
    [world.stationId, elsewhere.stationId],
  )
  for (const { name } of owned) {
    const { rows: readable } = await pool.query(`select has_table_privilege($1, 'select') as may`, [name])
    assert.equal(readable[0].may, true, `${name} is of no use to the server`)
    const { rows } = await pool.query(`select count(*)::int as n from ${name}`)
    assert.equal(rows[0].n, 0, `${name} shows rows without a station`)
    for (const { stationId } of [world, elsewhere]) {
      const seen = await inStation(pool, stationId, (tx) =>
        tx.client.query(
          `select count(*)::int as n, count(*) filter (where station_id <> $1)::int as others from ${name}`,
          [stationId],
        ),
      )
      assert.ok(seen.rows[0].n > 0 && seen.rows[0].others === 0, `${name}: ${JSON.stringify(seen.rows[0])}`)
    }
  }
})

test('a row cannot be written into another station, nor carried there', async () => {
  for (const { name } of owned) {
    const refused = (text: string) =>
      assert.rejects(
        inStation(pool, world.stationId, (tx) => tx.client.query(text, [elsewhere.stationId])),
        { code: '42501' },
        `${name}: ${text}`,
      )
    const { rows } = await pool.query(
      `select has_table_privilege($1, 'insert') as may_insert, has_column_privilege($1, 'station_id', 'update') as may_update`,
      [name],
    )
    if (rows[0].may_insert) await refused(`insert into ${name} (station_id) values ($1)`)
    if (rows[0].may_update) await refused(`update ${name} set station_id = $1`)
  }
})

test('what runs with its owner’s rights is known', async () => {
  const { rows } = await owner.query(
    `select n.nspname || '.' || p.proname as name, p.proconfig, r.rolsuper, has_function_privilege('public', p.oid, 'execute') as open
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
     where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  assert.deepEqual(
    rows.map(({ name }) => name),
    definers,
  )
  for (const { name, proconfig, rolsuper, open } of rows) {
    assert.ok(String(proconfig).includes('search_path='), `${name} has no search path of its own`)
    assert.equal(rolsuper || open, false, `${name} has more rights, or more callers, than it needs`)
  }
})

test('find_messages_by_grams finds the messages of the running station only', async () => {
  const mine = newId()
  const theirs = newId()
  for (const [stationId, messageId] of [
    [world.stationId, mine],
    [elsewhere.stationId, theirs],
  ])
    await owner.query(
      `insert into message_grams (station_id, message_id, received_at, grams) values ($1, $2, now(), salt_grams('{77,78}', month_salt($1, now())))`,
      [stationId, messageId],
    )
  const text = `select message_id from find_messages_by_grams('{77,78}', now() + interval '1 hour', now() - interval '1 hour', 100)`
  for (const [stationId, messageId] of [
    [world.stationId, mine],
    [elsewhere.stationId, theirs],
  ] as const) {
    const { rows } = await inStation(pool, stationId, (tx) => tx.client.query(text))
    assert.deepEqual(rows, [{ message_id: messageId }])
  }
  assert.equal((await pool.query(text)).rowCount, 0)
})

test('find_messages_by_sounds and find_entries_by_grams find what is of the running station only', async () => {
  const mine = newId()
  const theirs = newId()
  for (const [stationId, id] of [
    [world.stationId, mine],
    [elsewhere.stationId, theirs],
  ]) {
    await owner.query(
      `insert into message_sounds (station_id, message_id, received_at, sounds) values ($1, $2, now(), salt_grams('{77,78}', month_salt($1, now())))`,
      [stationId, id],
    )
    await owner.query(
      `insert into search_entries (station_id, kind, object_id, words, keys, grams) values ($1, 'case', $2, '', '', '{77,78}')`,
      [stationId, id],
    )
  }
  const asked = [
    `select message_id as id from find_messages_by_sounds('{77,78}', now() + interval '1 hour', now() - interval '1 hour', 100)`,
    `select object_id as id from find_entries_by_grams('case', '{77,78}', false, 100)`,
    `select object_id as id from find_entries_by_grams('case', '{78,79}', true, 100)`,
  ]
  for (const text of asked) {
    for (const [stationId, id] of [
      [world.stationId, mine],
      [elsewhere.stationId, theirs],
    ] as const) {
      const { rows } = await inStation(pool, stationId, (tx) => tx.client.query(text))
      assert.deepEqual(rows, [{ id }])
    }
    assert.equal((await pool.query(text)).rowCount, 0)
  }
})

test('2,000 interleaved requests of two stations over four connections never see a row of the other', async () => {
  const four = createPool(database.servingUrl, { max: 4, name: 'test-four' })
  try {
    const backends = new Set<number>()
    await Promise.all(
      Array.from({ length: 2000 }, async (_, at) => {
        const { stationId, contacts } = at % 2 === 0 ? world : elsewhere
        const work = inStation(four, stationId, async (tx) => {
          const { rows } = await tx.client.query({
            name: 'see-contacts',
            text: `select pg_backend_pid() as backend, array_agg(distinct station_id) as stations, bool_or(id = $1) as own from contacts`,
            values: [contacts.chen],
          })
          backends.add(rows[0].backend)
          assert.deepEqual(rows[0].stations, [stationId])
          assert.equal(rows[0].own, true)
          // Some end badly: what they leave behind must not colour the next one.
          if (at % 7 === 0) throw new Error('on purpose')
          if (at % 11 === 0) await tx.client.query('select 1 / 0')
        })
        await (at % 7 === 0 || at % 11 === 0 ? assert.rejects(work, /on purpose|division by zero/) : work)
      }),
    )
    assert.equal(backends.size, 4)
    const { rows } = await four.query('select count(*)::int as n from contacts')
    assert.equal(rows[0].n, 0)
  } finally {
    await four.end()
  }
})
