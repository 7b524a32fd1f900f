import type { HandoverPreview } from '../../../contract/handovers.ts'
import { invalid } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { officersOfAccounts } from '../external-contacts/work-account-officers.ts'

/** What would go from one work account to another: numbers only, so that one sees the size before one says yes. */
export async function countHandover(tx: Tx, from: string, to: string): Promise<HandoverPreview> {
  const { fromOfficerId, toOfficerId, claimedId, hasLeft } = await requireAccounts(tx, from, to)
  const { rows } = await tx.client.query({
    name: 'count-handover',
    text: `select
      (select count(*)::int from work_contacts where station_id = $1 and user_id = $2 and ended_at is null and not half) as contacts,
      (select count(*)::int from work_contacts where station_id = $1 and user_id = $2 and ended_at is null and left_at is not null) as gone,
      (select count(*)::int from chat_groups where station_id = $1 and owner_account = $2 and dismissed_at is null and chat_id is not null) as groups,
      (select count(*)::int from conversations where station_id = $1 and assignee_id = $3 and closed_at is null) as conversations,
      (select count(*)::int from cases where station_id = $1 and assignee_id = $3 and status not in ('done', 'closed') and merged_into is null) as cases,
      (select count(*)::int from handovers where station_id = $1 and from_account = $2 and finished_at is null) as running`,
    values: [tx.stationId, from, fromOfficerId ?? claimedId],
  })
  const { gone, running, ...counts } = rows[0]
  return {
    ...{ ...counts, left: gone, hasLeft, isRunning: running > 0 },
    unconfirmed: unconfirmedSides(fromOfficerId, toOfficerId),
  }
}

/** Of which side nobody has confirmed that the account is hers: then matters, which are officers', stay where they are. */
export const unconfirmedSides = (fromOfficerId: string | null, toOfficerId: string | null) => [
  ...(fromOfficerId ? [] : (['from'] as const)),
  ...(toOfficerId ? [] : (['to'] as const)),
]

/** The two accounts and their officers; a sentence for what cannot be. */
export async function requireAccounts(
  tx: Tx,
  from: string,
  to: string,
): Promise<{
  fromOfficerId: string | null
  toOfficerId: string | null
  /** Who is said to have had the account, though she has not confirmed it: her matters are counted, never moved. */
  claimedId: string | null
  hasLeft: boolean
}> {
  if (from === to) throw invalid('转出和转入不能是同一个工作账号。')
  const { rows } = await tx.client.query(
    'select user_id, gone_at from work_accounts where station_id = $1 and user_id = any($2)',
    [tx.stationId, [from, to]],
  )
  const account = (id: string) => rows.find((row) => row.user_id === id)
  if (!account(from)) throw invalid('没有这个转出的工作账号，请刷新后重选。')
  if (!account(to) || account(to).gone_at) throw invalid('转入的工作账号不能用，请选一个还在用的。')
  const officers = await officersOfAccounts(tx)
  // A binding that only an administrator claims moves nobody's matters.
  const officerOf = (id: string) => {
    const officer = officers.get(id)
    return officer?.confirmed ? officer.officerId : null
  }
  return {
    fromOfficerId: officerOf(from),
    toOfficerId: officerOf(to),
    claimedId: officers.get(from)?.officerId ?? null,
    hasLeft: account(from).gone_at !== null,
  }
}
