import assert from 'node:assert/strict'
import type { LightMyRequestResponse } from 'fastify'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

type Officer = 'chief' | 'officer' | 'eastAuxiliary' | 'westAuxiliary' | 'administrator' | 'auditor'
type Body = Record<string, unknown>

/** A server with a guide of three papers and three working days, and short ways to do what every case test does. */
export async function startCaseServer() {
  const server = await startTestServer()
  const { as, context, world } = server
  const inside = <T>(work: Parameters<typeof inStation<T>>[2]) =>
    inStation(context.pool, world.stationId, work)
  const guideId = newId()
  const { stationId } = world
  await inside(async ({ db }) => {
    await db
      .insertInto('guides')
      .values({
        stationId,
        id: guideId,
        code: 'household-split',
        slug: 'household-split',
        category: 'household',
        name: '分户',
        summary: '一户分成两户',
        content: JSON.stringify({ askedAs: [], conditions: [] }),
        expiresOn: '2099-01-01',
        workingDays: 3,
      })
      .execute()
    await db
      .insertInto('guideMaterials')
      .values([
        { stationId, guideId, key: 'register', position: 0, name: '户口簿', form: 'original' },
        { stationId, guideId, key: 'card', position: 1, name: '身份证', form: 'original' },
        {
          stationId,
          guideId,
          key: 'house',
          position: 2,
          name: '房产证明',
          form: 'copy',
          neededWhen: '另有住房',
        },
      ])
      .execute()
  })

  const post = (who: Officer, url: string, payload: Body = {}) => as(who)({ method: 'POST', url, payload })
  const newCase = (body: Body = {}): Body => ({
    kind: 'help',
    title: '耕牛走失',
    scenario: 'safety',
    channel: 'phone',
    clientKey: newId(),
    ...body,
  })

  const show = async (id: string, who: Officer = 'chief') =>
    expectOk(await as(who)({ method: 'GET', url: `/api/cases/${id}` }))

  return {
    ...server,
    inside,
    guideId,
    post,
    newCase,
    async open(body: Body = {}, who: Officer = 'officer'): Promise<string> {
      return expectOk(await post(who, '/api/cases', newCase(body))).id
    },
    show,
    async patch(id: string, change: Body, who: Officer = 'officer') {
      const { revision } = await show(id)
      return as(who)({ method: 'PATCH', url: `/api/cases/${id}`, payload: { revision, ...change } })
    },
    decide: (id: string, body: Body = {}, who: Officer = 'officer') =>
      post(who, `/api/cases/${id}/outcome`, {
        settlement: 'counter',
        emergency: false,
        words: '已经办好，新户口簿可以来取了。',
        tell: false,
        ...body,
      }),
    /** A conversation of a resident, as the inbox would have made it. */
    conversation: (contact: keyof typeof world.contacts, values: { emergency?: boolean } = {}) =>
      inside(async ({ db }) => {
        const id = newId()
        await db
          .insertInto('conversations')
          .values({
            stationId,
            id,
            number: id.slice(-12),
            contactId: world.contacts[contact],
            channel: 'web',
            villageId: contact === 'chen' ? world.villages.east : world.villages.west,
            scenario: 'business',
            emergency: values.emergency ?? false,
            openedAt: new Date(),
            lastMessageAt: new Date(),
          })
          .execute()
        return id
      }),
    holders: (conversationId: string) =>
      inside(async ({ db }) => {
        const rows = await db
          .selectFrom('conversationHolds')
          .select('holderId')
          .where('stationId', '=', stationId)
          .where('conversationId', '=', conversationId)
          .where('releasedAt', 'is', null)
          .orderBy('holderId')
          .execute()
        return rows.map((row) => row.holderId)
      }),
    sent: (conversationId: string) =>
      inside(async ({ db }) => {
        const rows = await db
          .selectFrom('messages')
          .select('body')
          .where('stationId', '=', stationId)
          .where('conversationId', '=', conversationId)
          .where('direction', '=', 'outbound')
          .execute()
        return rows.map((row) => row.body)
      }),
    events: (subjectId: string) =>
      inside(async ({ db }) => {
        const rows = await db
          .selectFrom('events')
          .select('name')
          .where('stationId', '=', stationId)
          .where('subjectId', '=', subjectId)
          .orderBy('id')
          .execute()
        return rows.map((row) => row.name)
      }),
  }
}

/** The answer of a call that went well. */
export function expectOk(response: LightMyRequestResponse) {
  assert.ok(response.statusCode < 300, `${response.statusCode} ${response.body}`)
  return response.json()
}

/** The statuses of calls made at once, sorted. */
export async function statusesOf(calls: Promise<LightMyRequestResponse>[]): Promise<number[]> {
  return (await Promise.all(calls)).map((response) => response.statusCode).sort()
}
