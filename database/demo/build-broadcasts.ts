import { startOfDay } from '../../server/platform/station-day.ts'
import { day, hour, minute } from './demo-time.ts'
import type { Rows, RowsOf } from './insert-rows.ts'
import type { Ledger } from './ledger.ts'
import { createRandom, type Random } from './random.ts'
import { type BroadcastStory, broadcastStories, waitingStory } from './talk/broadcasts.ts'
import type { Town } from './town.ts'

type Work = {
  workContacts: Rows<'workContacts'>
  chatGroups: Rows<'chatGroups'>
  villageOf: Map<unknown, unknown>
}
type Out = Required<
  Pick<
    RowsOf,
    | 'broadcasts'
    | 'broadcastVersions'
    | 'broadcastSteps'
    | 'broadcastTasks'
    | 'broadcastConfirmations'
    | 'broadcastTargets'
  >
>
type Target = Rows<'broadcastTargets'>[number]

/** What the station told the villages in fourteen months, and what came of it: confirmed, never confirmed, not arrived. */
export function buildBroadcasts(town: Town, ledger: Ledger, work: Work): RowsOf {
  const random = createRandom(town.seed, 'broadcasts')
  const out: Out = {
    broadcasts: [],
    broadcastVersions: [],
    broadcastSteps: [],
    broadcastTasks: [],
    broadcastConfirmations: [],
    broadcastTargets: [],
  }
  for (const story of broadcastStories) tell(town, ledger, work, random, story, lastOf(town, story), out)
  write(town, ledger, random, waitingStory, town.time.now - 8 * minute, out)
  return out
}

/** The last time that this day of the year had been, two days ago or longer. */
function lastOf({ time }: Town, { on, clock }: BroadcastStory): number {
  const year = Number(time.today.slice(0, 4))
  const at = (y: number) => startOfDay(`${y}-${on}`).getTime() + clock * hour
  return at(year) < time.now - 2 * day ? at(year) : at(year - 1)
}

/** Drafted, and given to the chief at this moment. */
function write(town: Town, ledger: Ledger, random: Random, story: BroadcastStory, at: number, out: Out) {
  const village = story.village === null ? null : town.villages[story.village]!
  const writer = village ? village.auxiliaryId : town.chiefId
  const id = random.id(at)
  const { kind, urgency, title, body, spoken, channels } = story
  const madeAt = at - random.int(10, 60) * minute
  out.broadcasts.push({
    ...{
      id,
      number: ledger.number('broadcast', at),
      kind,
      urgency,
      madeBy: writer,
      madeAt: new Date(madeAt),
    },
  })
  out.broadcastVersions.push({
    ...{ broadcastId: id, version: 1, title, body, spoken, channels, sendAt: null, templateKey: null },
    audience: JSON.stringify({
      villageIds: village ? [village.id] : null,
      ...{ villageGroups: [], groupIds: null, tagIds: [], needs: [], languages: [] },
    }),
    shownUntil: new Date(at + 3 * day),
    writtenBy: writer,
    writtenAt: new Date(madeAt),
  })
  const step = (name: StepName, by: string | null, when: number) => {
    out.broadcastSteps.push({
      ...{ id: random.id(when), broadcastId: id, version: 1, step: name, byId: by, at: new Date(when) },
    })
    if (name === 'finished') return
    const actor = by ? ({ kind: 'officer', id: by } as const) : ({ kind: 'system', id: null } as const)
    ledger.event(when, `broadcast.${name}`, actor, { kind: 'broadcast', id }, { version: 1 })
  }
  step('drafted', writer, madeAt)
  step('submitted', writer, at)
  return { id, village, step }
}

type StepName = 'drafted' | 'submitted' | 'approved' | 'started' | 'finished'

/** The whole way: read over by the chief, asked of the work accounts, and over a day later. */
function tell(
  town: Town,
  ledger: Ledger,
  work: Work,
  random: Random,
  story: BroadcastStory,
  at: number,
  out: Out,
): void {
  const { id, village, step } = write(town, ledger, random, story, at - 12 * minute, out)
  step('approved', town.chiefId, at)
  step('started', town.chiefId, at + 1)
  step('finished', null, at + day)
  const inPlace = (villageId: unknown) => !village || villageId === village.id
  for (const channel of story.channels) {
    if (channel === 'page' || channel === 'loudspeaker') {
      for (const each of town.villages.filter((one) => inPlace(one.id)))
        out.broadcastTargets.push(target(id, channel, each.id, { villageId: each.id }))
      continue
    }
    const rows = channel === 'groups' ? groupsOf(id, work, inPlace, at) : contactsOf(id, work, inPlace, at)
    for (const [account, own] of Map.groupBy(rows, (row) => row.account))
      ask(
        random,
        story,
        { id, channel, account, at },
        own.map(({ row }) => row),
        out,
      )
  }
}

type Asked = { account: string; row: Target }

const target = (broadcastId: string, channel: string, name: string, more: Partial<Target>): Target => ({
  ...{ broadcastId, channel, target: name, taskId: null, contactId: null, groupId: null, villageId: null },
  ...{ state: 'waiting', reason: null, settledAt: null },
  ...more,
})

function groupsOf(
  id: string,
  { chatGroups }: Work,
  inPlace: (village: unknown) => boolean,
  at: number,
): Asked[] {
  return chatGroups
    .filter(({ villageId, createdAt }) => inPlace(villageId) && (createdAt as Date).getTime() < at)
    .map((group) => ({
      account: group.ownerAccount!,
      row: target(id, 'groups', group.chatId!, { groupId: group.id, villageId: group.villageId ?? null }),
    }))
}

function contactsOf(
  id: string,
  { workContacts, villageOf }: Work,
  inPlace: (village: unknown) => boolean,
  at: number,
): Asked[] {
  return workContacts
    .filter(
      ({ contactId, followedAt }) => inPlace(villageOf.get(contactId)) && (followedAt as Date).getTime() < at,
    )
    .map((follow) => {
      const left = follow.leftAt !== null && (follow.leftAt as Date).getTime() < at
      return {
        account: left ? '' : follow.userId,
        row: target(id, 'contacts', follow.externalUserid, {
          contactId: follow.contactId,
          villageId: (villageOf.get(follow.contactId) as string | undefined) ?? null,
          ...(left ? { state: 'left_out', reason: 'left', settledAt: new Date(at) } : {}),
        }),
      }
    })
}

/** One work account is asked: she confirms within hours, or never; then it arrives, but for a few. */
function ask(
  random: Random,
  story: BroadcastStory,
  { id, channel, account, at }: { id: string; channel: string; account: string; at: number },
  rows: Target[],
  out: Out,
): void {
  if (account === '') {
    out.broadcastTargets.push(...rows)
    return
  }
  const confirmed = random.chance(story.confirmed)
  const askedAt = at + random.int(2, 40) * 1000
  const confirmedAt = confirmed
    ? askedAt + random.int(2, story.urgency === 'ordinary' ? 240 : 45) * minute
    : null
  const taskId = random.id(at)
  const ended = new Date(at + day)
  out.broadcastTasks.push({
    ...{ id: taskId, broadcastId: id, channel, account, targets: rows.length, state: 'ended' },
    ...{ wecomId: `demo-${taskId.slice(-12)}`, askedAt: new Date(askedAt), pollAt: ended, endedAt: ended },
  })
  out.broadcastConfirmations.push({
    ...{ taskId, account, askedAt: new Date(askedAt) },
    confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
  })
  for (const row of rows) {
    const missed = channel === 'contacts' && random.chance(0.02)
    out.broadcastTargets.push({
      ...row,
      taskId,
      state: confirmedAt === null || missed ? 'failed' : 'reached',
      reason: confirmedAt === null ? 'never_confirmed' : missed ? 'not_contact' : null,
      settledAt: confirmedAt === null ? ended : new Date(confirmedAt + random.int(5, 90) * 1000),
    })
  }
}
