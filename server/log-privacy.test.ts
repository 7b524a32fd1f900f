import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../test/server.ts'
import { createApp } from './app.ts'
import { newId } from './platform/id.ts'
import { createLog } from './platform/log.ts'

const { context, world } = await startTestServer()
const person = { name: '张秀兰', phone: '13912345678', body: '我儿子叫李小强住在东村三组' }
const secrets = [...Object.values(person), '李小强', 'a-password-typed-wrong', 'zhang.secret']

/** A log as in use, at its most talkative, with its lines kept. */
function keptLog() {
  const lines: string[] = []
  const log = createLog('trace', { write: (line: string) => void lines.push(line) })
  return { log, lines }
}

test('the log of requests that fail holds nothing of what people wrote or are called', async () => {
  const { log, lines } = keptLog()
  const app = await createApp(
    { ...context, log },
    {
      officer: async () => null,
      resident: async () => ({ stationId: world.stationId, contactId: world.contacts.chen }),
    },
    { rateLimits: false },
  )
  const send = (url: string, payload: object | string, headers = {}) =>
    app.inject({ method: 'POST', url, payload, headers })
  await send('/api/resident/messages', { clientKey: newId(), ...person, unknown: person.body })
  await send('/api/resident/messages', { clientKey: newId(), ...person, conversationId: newId() })
  await send('/api/resident/messages', `{"body": "${person.body}`, { 'content-type': 'application/json' })
  await send('/api/session', { username: 'zhang.secret', password: 'a-password-typed-wrong' })
  await app.inject({ url: `/api/residents?query=${encodeURIComponent(person.name)}` })
  await app.inject({ url: `/nowhere/${encodeURIComponent(person.name)}?phone=${person.phone}` })
  // The database itself refuses, and quotes the row in its message.
  const broken = new Proxy(context.pool, {
    get: (pool, name) =>
      name === 'connect'
        ? async () => {
            throw Object.assign(
              new Error(`Failing row contains (${person.name}, ${person.phone}, ${person.body})`),
              {
                code: 'XX000',
                detail: `Key (phone)=(${person.phone}) already exists.`,
                where: person.body,
                parameters: Object.values(person),
              },
            )
          }
        : Reflect.get(pool, name),
  })
  const failing = await createApp(
    { ...context, log, pool: broken },
    {
      officer: async () => null,
      resident: async () => ({ stationId: world.stationId, contactId: world.contacts.chen }),
    },
    { rateLimits: false },
  )
  const answer = await failing.inject({
    method: 'PATCH',
    url: '/api/resident/profile',
    payload: { name: person.name },
  })
  assert.equal(answer.statusCode, 500)
  log.error(
    { name: person.name, contact: person, headers: { cookie: 'c', authorization: 'a' } },
    'by mistake',
  )
  await Promise.all([app.close(), failing.close()])
  const all = lines.join('')
  assert.match(all, /request failed/, 'something was logged')
  for (const secret of secrets) {
    assert.ok(
      !all.includes(secret),
      `the log holds “${secret}”: ${lines.find((line) => line.includes(secret))}`,
    )
    assert.ok(!all.includes(encodeURIComponent(secret)), secret)
  }
})
