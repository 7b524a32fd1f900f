import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { type Group, getGroup } from '../../gateways/wecom/calls/get-group.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { type FoundBy, type KeptGroup, keepGroup } from './keep-group.ts'
import { recordChange } from './record-change.ts'

/** What a callback said of a group: a hint, the versions of its members before and after, and when (in seconds). */
export type GroupHint = {
  chatId: string
  change: string
  lastVersion: string
  currentVersion: string
  at: number
}

/** 90501: no group of ours, or no more. */
const isGone = (error: unknown) => error instanceof ApiError && error.errcode === 90501

/** A group as the server has it; null when it is no more. */
export async function askGroup(api: Api, chatId: string): Promise<Group | null> {
  try {
    return await getGroup(api, chatId)
  } catch (error) {
    if (isGone(error)) return null
    throw error
  }
}

/**
 * Follows a hint of a group: it is read whole. When the hint does not begin where we stood, changes before it were never
 * told to us or are on their way: hints may overtake each other. When the second look comes and they have not, that is
 * noted as a gap, and the reading has made it good. For a few seconds the server goes on showing what was before: then
 * too the group is looked at again.
 */
export async function followGroup(pool: Pool, api: Api, stationId: string, hint: GroupHint): Promise<void> {
  if (!hint.chatId) return
  const group = await askGroup(api, hint.chatId)
  await inStation(pool, stationId, async (tx) => {
    if (!group) return endGroup(tx, hint.chatId, 'callback')
    const kept = await keepGroup(tx, group, 'callback')
    // The one that was overtaken: what it says is in what we have.
    if (kept.gapFrom !== null && kept.gapFrom === hint.currentVersion) return setGap(tx, kept.id, null)
    const gap = isGap(hint, kept)
    if (gap) await noteGap(tx, kept, hint.lastVersion)
    if (hint.currentVersion !== '' && !isLate(hint, kept))
      await tx.client.query('update chat_groups set told_version = $3 where station_id = $1 and id = $2', [
        stationId,
        kept.id,
        hint.currentVersion,
      ])
    const isStale = kept.version !== hint.currentVersion && !isLate(hint, kept)
    // A new name, owner or notice has no version: the second look tells.
    if (isStale || gap || hint.currentVersion === '') await wantLook(tx, kept.id)
  })
}

/** The hint is of before the last move that we know of: whatever it says is in what we have. Hints know whole seconds. */
const isLate = ({ at }: GroupHint, { movedBefore }: KeptGroup) =>
  movedBefore !== null && (at + 1) * 1000 < movedBefore.getTime()

const isGap = (hint: GroupHint, kept: KeptGroup) =>
  hint.lastVersion !== '' &&
  kept.before !== '' &&
  ![kept.before, kept.told].some(
    (version) => version === hint.lastVersion || version === hint.currentVersion,
  ) &&
  !isLate(hint, kept)

/** Of two open gaps the earlier one is taken for real. */
async function noteGap(tx: Tx, kept: KeptGroup, from: string): Promise<void> {
  if (kept.gapFrom !== null && kept.gapFrom !== from) await recordGap(tx, kept.id)
  await setGap(tx, kept.id, from)
}

const recordGap = (tx: Tx, groupId: string) => recordChange(tx, groupId, { kind: 'gap', foundBy: 'callback' })

async function setGap(tx: Tx, groupId: string, from: string | null): Promise<void> {
  await tx.client.query('update chat_groups set gap_from = $3 where station_id = $1 and id = $2', [
    tx.stationId,
    groupId,
    from,
  ])
}

async function wantLook(tx: Tx, groupId: string): Promise<void> {
  await tx.client.query(
    `update chat_groups set wanted_at = clock_timestamp() + interval '2500 ms', wanted_tries = 0 where station_id = $1 and id = $2`,
    [tx.stationId, groupId],
  )
}

export async function endGroup(tx: Tx, chatId: string, foundBy: FoundBy): Promise<void> {
  const { rows } = await tx.client.query(
    `update chat_groups set dismissed_at = clock_timestamp(), checked_at = clock_timestamp(), wanted_at = null
     where station_id = $1 and chat_id = $2 and dismissed_at is null returning id`,
    [tx.stationId, chatId],
  )
  if (rows[0]) await recordChange(tx, rows[0].id, { kind: 'dismissed', foundBy })
}

/** Looks again at the groups of which the server had shown what was before. Twice, then the nightly comparison. */
export async function lookAgain(pool: Pool, api: Api, stationId: string): Promise<void> {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query({
      name: 'claim-wanted-groups',
      text: `update chat_groups set wanted_tries = wanted_tries + 1,
          wanted_at = case when wanted_tries < 1 then clock_timestamp() + interval '10 seconds' end
        where station_id = $1 and wanted_at <= clock_timestamp() returning chat_id`,
      values: [stationId],
    }),
  )
  for (const { chat_id: chatId } of rows) {
    const group = await askGroup(api, chatId)
    await inStation(pool, stationId, async (tx) => {
      if (!group) return endGroup(tx, chatId, 'callback')
      const kept = await keepGroup(tx, group, 'callback')
      if (kept.gapFrom === null) return
      await recordGap(tx, kept.id)
      await setGap(tx, kept.id, null)
    })
  }
}
