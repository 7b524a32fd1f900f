import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { anchorStation } from '../../platform/audit/keep-audit.ts'
import { readsOfContact } from '../../platform/audit/reads-of-contact.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

const { context, world, as } = await startTestServer()
const auditor = as('auditor')
const { officer, eastAuxiliary } = world.officers
const { chen, liu } = world.contacts

const look = (officerId: string, contactId: string) =>
  inStation(context.pool, world.stationId, (tx) =>
    writeEvents(tx, { kind: 'officer', id: officerId }, [
      { name: 'conversation.read', subject: { kind: 'conversation', id: newId() }, contactId },
    ]),
  )
const list = async (query = '') =>
  (await auditor({ method: 'GET', url: `/api/audit/events?${query}` })).json() as {
    items: { id: string; name: string; officerName: string | null; position: number | null }[]
    next: string | null
  }

test('the log is read by officer, contact, name and day, page by page', async () => {
  for (let i = 0; i < 3; i++) await look(officer, chen)
  await look(eastAuxiliary, liu)
  const byOfficer = await list(`officerId=${officer}`)
  assert.equal(byOfficer.items.length, 3)
  assert.equal(byOfficer.items[0]!.officerName, '李民警')
  assert.equal((await list(`contactId=${liu}&name=conversation.read`)).items.length, 1)
  const first = await list('name=conversation.read&limit=3')
  assert.equal(first.items.length, 3)
  const second = await list(`name=conversation.read&limit=3&after=${first.next}`)
  assert.equal(second.items.length, 1)
  assert.equal(second.next, null)
  assert.equal((await list('day=2020-01-01')).items.length, 0)
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  assert.ok((await list(`day=${today}&name=conversation.read`)).items.length >= 3)
})

test('reading the log is itself in the log, with what was asked for', async () => {
  await list(`contactId=${chen}`)
  const [own] = (await list('name=audit.read')).items
  assert.equal(own?.officerName, '监督员')
})

test('who looked at a contact’s data is told by contact, newest first', async () => {
  const reads = await inStation(context.pool, world.stationId, (tx) => readsOfContact(tx, liu))
  assert.deepEqual(
    reads.map(({ name, officerId }) => [name, officerId]),
    [
      ['audit.read', world.officers.auditor],
      ['conversation.read', eastAuxiliary],
    ],
  )
})

test('sealed entries show their place, and checkpoints their signature', async () => {
  // A transaction elsewhere on the cluster, older than ours, can hold the feed back for a moment.
  const sealed = async () => {
    await anchorStation(context, world.stationId)
    return (await list('name=conversation.read')).items.some(({ position }) => typeof position === 'number')
  }
  while (!(await sealed()));
  const { items: checkpoints } = (await auditor({ method: 'GET', url: '/api/audit/checkpoints' })).json()
  assert.match(checkpoints[0].headHash, /^[0-9a-f]{64}$/)
  assert.equal(Buffer.from(checkpoints[0].publicKey, 'base64').length, 32)
})

test('asking back for what does not exist is refused as a request', async () => {
  for (const query of ['officerId=zhou', 'name=case.stolen', 'day=yesterday', 'limit=1000', 'order=asc'])
    assert.equal((await auditor({ method: 'GET', url: `/api/audit/events?${query}` })).statusCode, 400)
})
