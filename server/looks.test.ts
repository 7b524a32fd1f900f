import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventName } from '../contract/event-names.ts'
import { callerOf } from '../test/access-matrix/call-for-hidden.ts'
import { compareRoutes } from '../test/access-matrix/compare-routes.ts'
import { type Request, requestOf } from '../test/access-matrix/make-request.ts'
import { rows } from '../test/access-matrix/rows.ts'
import { startMatrixServer } from '../test/access-matrix/start-matrix-server.ts'
import { newId } from './platform/id.ts'
import { stationDay } from './platform/station-day.ts'

const server = await startMatrixServer()
const { app, call, owner, own, world } = server

type Written = { name: EventName; subject_id: string; contact_id: string | null; data: { ids?: string[] } }

/** The looks that a request leaves in the log, when there were none before. */
async function looksOf(who: Parameters<typeof call>[0], request: Request): Promise<Written[]> {
  await owner.query(
    `delete from events where name like any (array['%.read', '%.listed', '%.searched']) and actor_kind = 'officer'`,
  )
  return addedLooks(who, request)
}

async function addedLooks(who: Parameters<typeof call>[0], request: Request): Promise<Written[]> {
  const before = await owner.query('select id from events')
  const { statusCode, body } = await call(who, request)
  assert.equal(statusCode, 200, `${request.url}: ${body}`)
  const { rows: written } = await owner.query(
    `select name, subject_id, contact_id, data from events where id <> all ($1) and actor_kind = 'officer' order by id`,
    [before.rows.map(({ id }) => id)],
  )
  return written
}

const today = stationDay(new Date())
/** Where the request of the table shows nobody. */
const shows: Record<string, () => Promise<Request> | Request> = {
  'GET /api/statistics/:key/rows': () => ({
    method: 'GET',
    url: '/api/statistics/resident_contacts/rows',
    query: { month: today.slice(0, 7) },
  }),
  'GET /api/calendar/:file': async () => {
    const { body } = await call('chief', { method: 'POST', url: '/api/calendar-feed' })
    return { method: 'GET', url: JSON.parse(body).path }
  },
  'GET /api/coverage/households': () => ({ method: 'GET', url: '/api/coverage/households' }),
  'GET /api/door-round': async () => {
    // The owner's statement leaves no mark for the count: all is made afresh.
    await owner.query(
      `with home as (insert into households (station_id, id, village_id, address, resident_since_on)
         values ($1, $2, $3, '99号', '2020-01-01')) delete from coverage_reads`,
      [world.stationId, newId(), own.village],
    )
    return { method: 'GET', url: '/api/door-round' }
  },
  'GET /api/conversations': () => ({ method: 'GET', url: '/api/conversations', query: { queue: 'all' } }),
  'GET /api/cases': () => ({ method: 'GET', url: '/api/cases', query: { text: '分户', status: 'all' } }),
  'GET /api/cases/:id/similar': async () => {
    await owner.query('delete from case_links')
    return { method: 'GET', url: `/api/cases/${own.case}/similar` }
  },
  'GET /api/broadcasts/:id/left-out': async () => {
    await owner.query(
      `insert into resident_consents (station_id, id, resident_id, purpose, basis, state, how)
       values ($1, $2, $3, 'notices', 'consent', 'refused', 'spoken')`,
      [world.stationId, newId(), own.resident],
    )
    const query = { channel: 'contacts', reason: 'no_consent' }
    return { method: 'GET', url: `/api/broadcasts/${own.broadcast}/left-out`, query }
  },
  'GET /api/broadcasts/:id/targets': async () => {
    await owner.query(
      `insert into broadcast_targets (station_id, broadcast_id, channel, target, contact_id, state, reason, settled_at)
       values ($1, $2, 'contacts', $3, $4, 'failed', 'capped', now()) on conflict do nothing`,
      [world.stationId, own.broadcast, own.contact, own.contact],
    )
    const query = { channel: 'contacts', state: 'failed' }
    return { method: 'GET', url: `/api/broadcasts/${own.broadcast}/targets`, query }
  },
  'GET /api/broadcasts/:id/replies': async () => {
    await owner.query(
      `insert into broadcast_replies (station_id, broadcast_id, message_id, conversation_id)
       values ($1, $2, $3, $4) on conflict do nothing`,
      [world.stationId, own.broadcast, own.message, own.conversation],
    )
    return { method: 'GET', url: `/api/broadcasts/${own.broadcast}/replies` }
  },
  'GET /api/scripts/:id/sendings': async () => {
    await answerHer(true)
    return { method: 'GET', url: `/api/scripts/${own.script}/sendings` }
  },
  'GET /api/script-use/:id/rows': async () => {
    await answerHer(true)
    const query = { from: today, to: today, outcome: 'sent' }
    return { method: 'GET', url: `/api/script-use/${own.script}/rows`, query }
  },
  'GET /api/language-calls': async () => {
    await owner.query(
      `insert into language_calls (station_id, id, kind, conversation_id, officer_id, sent) values ($1, $2, 'reply', $3, $4, 'x')`,
      [world.stationId, newId(), own.conversation, world.officers.chief],
    )
    return { method: 'GET', url: '/api/language-calls' }
  },
  'GET /api/unscripted': async () => {
    await answerHer(false)
    return { method: 'GET', url: '/api/unscripted' }
  },
  'GET /api/appointments': () => ({
    method: 'GET',
    url: '/api/appointments',
    query: { contactId: own.contact },
  }),
}

/** The chief answers the resident with the script, or without one. */
async function answerHer(scripted: boolean): Promise<void> {
  await owner.query(
    'update messages set script_id = null, script_version = null where conversation_id = $1',
    [own.conversation],
  )
  const { statusCode, body } = await call('chief', {
    method: 'POST',
    url: `/api/conversations/${own.conversation}/messages`,
    payload: {
      clientKey: newId(),
      contactId: own.contact,
      body: '请带户口簿。',
      scripts: scripted ? [{ id: own.script, version: 1 }] : [],
    },
  })
  assert.ok(statusCode < 300, body)
}

test('every route that shows people writes down who looked, and at whom', async () => {
  await call('chief', { method: 'POST', url: '/api/session/step-up', payload: { password: server.password } })
  for (const row of rows) {
    if (typeof row.recorded !== 'string') continue
    const request = (await shows[row.route]?.()) ?? (await requestOf(row, own))
    const who = row.access === 'public' ? 'anonymous' : callerOf(row)
    const looks = await looksOf(who, request)
    const found = looks.find(({ name }) => name === row.recorded)
    assert.ok(found, `${row.route} left ${JSON.stringify(looks)} and no ${row.recorded}`)
    if (row.recorded === 'audit.read') continue
    if (row.recorded.endsWith('.read'))
      assert.equal(found.subject_id, own[Object.values(row.params!)[0] as 'case'])
    else {
      assert.equal(found.subject_id, world.officers.chief, row.route)
      assert.ok(found.data.ids && found.data.ids.length > 0, `${row.route} does not say whom it showed`)
    }
  }
})

test('a route that says nothing of who looked fails the table', () => {
  const silent = rows.map((row) =>
    row.route === 'GET /api/messages' ? { ...row, recorded: undefined } : row,
  ) as typeof rows
  assert.match(
    compareRoutes(app.routeTable, silent).join('\n'),
    /GET \/api\/messages: the table does not say/,
  )
})

test('lists without words are looks too', async () => {
  for (const [url, name] of [
    ['/api/cases', 'case.listed'],
    ['/api/residents', 'resident.listed'],
  ] as const) {
    const looks = await looksOf('chief', { method: 'GET', url })
    assert.deepEqual([...new Set(looks.map((look) => look.name))], [name])
  }
})

test('a list is written once for what it shows in a quarter of an hour; what is new on it, and each search, every time', async () => {
  const list: Request = { method: 'GET', url: '/api/conversations', query: { queue: 'all' } }
  const first = await looksOf('chief', list)
  const ids = first[0]!.data.ids!
  assert.ok(ids.includes(own.conversation))
  assert.deepEqual(await addedLooks('chief', list), [])
  const [colleague] = await addedLooks('officer', list)
  assert.deepEqual(new Set(colleague!.data.ids), new Set(ids), 'what a colleague was shown is no look of his')
  await owner.query(
    `update events set data = jsonb_set(data, '{ids}', (data->'ids') - $1) where name = 'conversation.listed'`,
    [own.conversation],
  )
  const [again] = await addedLooks('chief', list)
  assert.deepEqual(again!.data.ids, [own.conversation])
  // A quarter of an hour ago, in the log's own order of time.
  await owner.query(
    `update events set id = overlay(id::text placing '0100' from 1 for 4)::uuid where name = 'conversation.listed'`,
  )
  assert.equal((await addedLooks('chief', list)).length, 1)
  const search: Request = { method: 'GET', url: '/api/messages', query: { query: '分户' } }
  for (let time = 0; time < 2; time++)
    assert.deepEqual(
      (await addedLooks('chief', search)).map(({ name }) => name),
      ['message.searched'],
    )
})

test('a key of a write changes nothing about a read: it is written down each time and kept nowhere', async () => {
  const headers = { 'idempotency-key': 'a-key-used-twice' }
  for (const url of [`/api/conversations/${own.conversation}`, `/api/appointments/${own.appointment}`]) {
    for (let time = 0; time < 2; time++)
      assert.equal((await addedLooks('chief', { method: 'GET', url, headers } as Request)).length, 1, url)
  }
  const { rows: kept } = await owner.query(`select from idempotency_keys where key = 'a-key-used-twice'`)
  assert.equal(kept.length, 0)
})

test('photos and older messages are looks that the resident learns of, and so is a search that found her', async () => {
  await looksOf('officer', { method: 'GET', url: '/api/messages', query: { query: '分户' } })
  await addedLooks('officer', { method: 'GET', url: `/api/files/${own.file}`, query: { variant: 'thumb' } })
  const thumbs = await addedLooks('officer', {
    method: 'GET',
    url: `/api/files/${own.file}`,
    query: { variant: 'shown' },
  })
  assert.deepEqual(thumbs, [], 'the same picture is one look')
  await addedLooks('officer', {
    method: 'GET',
    url: `/api/conversations/${own.conversation}/messages`,
    query: { before: own.message },
  })
  await addedLooks('officer', { method: 'GET', url: '/api/conversations', query: { queue: 'all' } })
  const { body } = await call('resident', { method: 'GET', url: '/api/resident/reads' })
  const line = JSON.parse(body).items.find((each: { officerName: string }) => each.officerName === '李民警')
  assert.equal(line.times, 3, body)
  assert.deepEqual(
    new Set(line.subjects.map(({ kind }: { kind: string }) => kind)),
    new Set(['search', 'file', 'conversation']),
  )
})
