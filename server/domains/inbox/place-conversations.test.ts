import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { startJobs } from '../../platform/jobs/start-jobs.ts'
import { inStation } from '../../platform/tenancy.ts'
import { jobPlan } from '../../reactions.ts'

const { context, database, world, as, anonymous } = await startTestServer()
const { stationId, officers, villages, code } = world
const jobs = await startJobs({
  context,
  servingUrl: database.servingUrl,
  plan: { ...jobPlan, everyEvent: [], schedules: [] },
  runs: true,
  pollSeconds: 0.5,
})
after(() => jobs.stop())

/** A phone that has only just come: it has said neither a name nor a village. */
async function newPhone() {
  const visit = await anonymous({
    method: 'POST',
    url: '/api/resident/visit',
    payload: { stationCode: code },
  })
  const cookie = String(visit.headers['set-cookie']).split(';')[0]!
  return (options: { method: 'POST' | 'PATCH' | 'GET'; url: string; payload?: object }) =>
    anonymous({ ...options, headers: { cookie } })
}
type Phone = Awaited<ReturnType<typeof newPhone>>

const ask = async (phone: Phone, body: string): Promise<string> =>
  (
    await phone({ method: 'POST', url: '/api/resident/messages', payload: { clientKey: randomUUID(), body } })
  ).json().conversationId
const show = async (id: string) =>
  (await as('chief')({ method: 'GET', url: `/api/conversations/${id}` })).json()
const post = async (url: string, payload: object) => {
  const answer = await as('officer')({ method: 'POST', url, payload })
  assert.ok(answer.statusCode < 300, answer.body)
}

const handTo = (id: string, officer: 'officer' | null) =>
  post(`/api/conversations/${id}/assignment`, { officerId: officer && officers[officer], reason: '' })

/** Who sits at the desk from now on. */
async function staffDesk(...who: ('eastAuxiliary' | 'officer')[]): Promise<void> {
  await inStation(context.pool, stationId, async ({ db, client }) => {
    await client.query('delete from duty_shifts where station_id = $1', [stationId])
    const hour = 3_600_000
    for (const officer of who)
      await db
        .insertInto('dutyShifts')
        .values({
          stationId,
          id: newId(),
          officerId: officers[officer],
          kind: 'desk',
          startsAt: new Date(Date.now() - hour),
          endsAt: new Date(Date.now() + hour),
        })
        .execute()
  })
}

async function placed(id: string) {
  for (let tries = 0; tries < 200; tries++) {
    const shown = await show(id)
    if (shown.conversation.villageId) return shown
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('was not placed in time')
}

test('the resident says her village afterwards: her open matters without one get it and a holder', async () => {
  await staffDesk()
  const phone = await newPhone()
  const [first, second] = [await ask(phone, '想问一件事'), await ask(phone, '还有一件')]
  assert.deepEqual((await show(first)).conversation.assignee, null)
  await staffDesk('eastAuxiliary')
  await phone({
    method: 'PATCH',
    url: '/api/resident/profile',
    payload: { name: '孙婆婆', villageId: villages.east },
  })
  for (const id of [first, second]) {
    const { conversation, assignments } = await placed(id)
    assert.equal(conversation.villageId, villages.east)
    assert.equal(conversation.assignee.id, officers.eastAuxiliary)
    assert.deepEqual(
      assignments.map((each: { by: string | null; reason: string }) => [each.by, each.reason]),
      [[null, '按村和值班表']],
    )
  }
})

test('an officer says it of the contact: who holds the matter keeps it', async () => {
  await staffDesk('officer')
  const phone = await newPhone()
  const id = await ask(phone, '问一下')
  await handTo(id, 'officer')
  const { contact, assignments } = await show(id)
  await staffDesk('eastAuxiliary')
  await as('officer')({
    method: 'PATCH',
    url: `/api/contacts/${contact.id}`,
    payload: { villageId: villages.east },
  })
  const after = await placed(id)
  assert.equal(after.conversation.assignee.id, officers.officer)
  assert.equal(after.assignments.length, assignments.length)
})

test('a village that is known, or that a person has called unknown, is left alone', async () => {
  await staffDesk()
  const phone = await newPhone()
  const [west, unknown, plain] = [
    await ask(phone, '西村的路灯坏了'),
    await ask(phone, '东村的井盖没了'),
    await ask(phone, '就问一下'),
  ]
  await post(`/api/conversations/${unknown}/triage-corrections`, { field: 'village', value: null })
  await phone({ method: 'PATCH', url: '/api/resident/profile', payload: { villageId: villages.east } })
  await placed(plain)
  assert.equal((await show(west)).conversation.villageId, villages.west)
  assert.equal((await show(unknown)).conversation.villageId, null)
})

test('an officer puts a matter nobody holds into its village: it goes by the roster at once', async () => {
  await staffDesk()
  const id = await ask(await newPhone(), '有个事')
  await handTo(id, null)
  await staffDesk('officer', 'eastAuxiliary')
  await post(`/api/conversations/${id}/triage-corrections`, { field: 'village', value: villages.east })
  assert.equal((await show(id)).conversation.assignee.id, officers.eastAuxiliary)
  await post(`/api/conversations/${id}/triage-corrections`, { field: 'village', value: villages.west })
  assert.equal((await show(id)).conversation.assignee.id, officers.eastAuxiliary)
})
