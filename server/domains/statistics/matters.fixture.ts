import type { World } from '../../../test/world.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

export type TestConversation = {
  contactId?: string
  villageId?: string | null
  scenario?: string
  channel?: string
  openedAt: Date
  firstAnswerAt?: Date | null
  closures?: {
    at: Date
    settlement?: string
    emergency?: boolean
    told?: boolean
    reopened?: { at: Date; by: string }
  }[]
}

let count = 0

/** Puts conversations and cases into the world as they look some time later, with no deeds in between. */
export function matterFixture(pool: Pool, world: World) {
  const { stationId } = world
  return {
    conversation: (given: TestConversation) =>
      inStation(pool, stationId, async ({ db }) => {
        const id = newId()
        const closures = given.closures ?? []
        const last = closures.at(-1)
        await db
          .insertInto('conversations')
          .values({
            stationId,
            id,
            number: `T-${++count}`,
            contactId: given.contactId ?? world.contacts.chen,
            channel: given.channel ?? 'web',
            villageId: given.villageId === undefined ? world.villages.east : given.villageId,
            scenario: given.scenario ?? 'business',
            openedAt: given.openedAt,
            lastMessageAt: given.openedAt,
            firstAnswerAt: given.firstAnswerAt ?? null,
            closedAt: last && !last.reopened ? last.at : null,
          })
          .execute()
        for (const closure of closures) {
          await db
            .insertInto('closures')
            .values({
              stationId,
              id: newId(),
              conversationId: id,
              officerId: world.officers.officer,
              emergency: closure.emergency ?? false,
              settlement: closure.settlement ?? 'online',
              outcomeToldAt: closure.told ? closure.at : null,
              closedAt: closure.at,
              reopenedAt: closure.reopened?.at ?? null,
              reopenedBy: closure.reopened?.by ?? null,
            })
            .execute()
        }
        return id
      }),
    case: (given: {
      kind?: string
      scenario?: string
      contactId?: string | null
      conversationId?: string | null
      villageId?: string | null
      mergedInto?: string | null
      openedAt: Date
      finishedAt?: Date | null
      settlement?: string
      told?: boolean
    }) =>
      inStation(pool, stationId, async ({ db }) => {
        const id = newId()
        await db
          .insertInto('cases')
          .values({
            stationId,
            id,
            number: `C-${++count}`,
            kind: given.kind ?? 'service',
            title: '办事',
            channel: 'walk_in',
            scenario: given.scenario ?? 'business',
            villageId: given.villageId ?? null,
            contactId: given.contactId === undefined ? world.contacts.chen : given.contactId,
            conversationId: given.conversationId ?? null,
            mergedInto: given.mergedInto ?? null,
            openedBy: world.officers.officer,
            openedAt: given.openedAt,
            finishedAt: given.finishedAt ?? null,
            status: given.finishedAt ? 'done' : 'open',
          })
          .execute()
        if (given.finishedAt) {
          await db
            .insertInto('caseOutcomes')
            .values({
              stationId,
              id: newId(),
              caseId: id,
              officerId: world.officers.officer,
              emergency: false,
              settlement: given.settlement ?? 'online',
              words: '已办结',
              toldAt: given.told ? given.finishedAt : null,
              decidedAt: given.finishedAt,
            })
            .execute()
        }
        return id
      }),
    run: (text: string, values: unknown[] = []) =>
      inStation(pool, stationId, ({ client }) => client.query(text, [stationId, ...values])),
  }
}
