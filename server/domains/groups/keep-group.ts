import type { Group } from '../../gateways/wecom/calls/get-group.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { cleanText } from '../external-contacts/meet-people.ts'
import { officersOfAccounts } from '../external-contacts/work-account-officers.ts'
import { type Moved, moveMembers } from './move-members.ts'
import { recordChange } from './record-change.ts'

export type FoundBy = 'callback' | 'comparison'
export type KeptGroup = {
  id: string
  how: 'added' | 'changed' | 'same'
  before: string
  /** Up to which version callbacks had told of it. */
  told: string
  /** Where the hint began that did not begin where we stood, while the one before it may still come. */
  gapFrom: string | null
  movedBefore: Date | null
  version: string
}

/** Takes over what the server says of a group and notes what moved, however often it says it. */
export async function keepGroup(tx: Tx, group: Group, foundBy: FoundBy): Promise<KeptGroup> {
  const officers = await officersOfAccounts(tx)
  const name = cleanText(group.name, 100) || '没有名字的群'
  const { rows: known } = await tx.client.query({
    name: 'lock-chat-group',
    text: `select name, owner_account, member_version, told_version, gap_from, changed_at, dismissed_at from chat_groups where station_id = $1 and chat_id = $2 for update`,
    values: [tx.stationId, group.chatId],
  })
  const { rows } = await tx.client.query({
    name: 'keep-chat-group',
    text: `insert into chat_groups as g (station_id, id, chat_id, name, owner_account, owner_officer_id, member_count, member_version,
        checked_at, changed_at, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), $9, $9)
      on conflict (station_id, chat_id) do update set name = excluded.name, owner_account = excluded.owner_account,
        owner_officer_id = excluded.owner_officer_id, member_count = excluded.member_count,
        member_version = excluded.member_version, checked_at = clock_timestamp(), dismissed_at = null
      returning id`,
    values: [
      tx.stationId,
      newId(),
      group.chatId,
      name,
      group.ownerId,
      officers.get(group.ownerId)?.officerId ?? null,
      group.members.length,
      group.version,
      new Date((group.createdAt ?? Math.floor(Date.now() / 1000)) * 1000),
    ],
  })
  const [before] = known
  const { id } = rows[0]
  const isNew = !before || before.dismissed_at !== null
  const moved = await moveMembers(tx, id, group.members)
  const changes = changesOf(before, isNew, { name, owner: group.ownerId }, moved)
  for (const change of changes) await recordChange(tx, id, { ...change, foundBy })
  const how = isNew ? 'added' : changes.length > 0 ? 'changed' : 'same'
  return {
    id,
    how,
    before: before?.member_version ?? '',
    told: before?.told_version ?? '',
    gapFrom: before?.gap_from ?? null,
    movedBefore: before?.changed_at ?? null,
    version: group.version,
  }
}

type Before = { name: string; owner_account: string }

function changesOf(
  before: Before | undefined,
  isNew: boolean,
  now: { name: string; owner: string },
  moved: Moved,
) {
  const staff = moved.staff
  if (isNew || !before) return [{ kind: 'appeared' as const, joined: moved.joined, staff }]
  return [
    ...(before.name === now.name ? [] : [{ kind: 'renamed' as const }]),
    ...(before.owner_account === now.owner
      ? []
      : [{ kind: 'owner' as const, staff: [before.owner_account, now.owner].filter(Boolean) }]),
    ...(moved.joined === 0
      ? []
      : [{ kind: 'joined' as const, joined: moved.joined, staff: moved.staffJoined }]),
    ...(moved.gone === 0 ? [] : [{ kind: 'left' as const, gone: moved.gone, staff: moved.staffGone }]),
  ]
}
