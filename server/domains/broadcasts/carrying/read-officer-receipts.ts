import type { OfficerReceipt } from '../../../../contract/broadcast-receipts.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { officersOfAccounts } from '../../external-contacts/work-account-officers.ts'
import { officerNames } from '../../officers/views.ts'
import { mostReminders } from './remind-officer.ts'
import { troubleWords } from './trouble-words.ts'

/** What each officer is asked, who has not confirmed yet first. */
export async function readOfficerReceipts(
  tx: Tx,
  session: OfficerSession,
  broadcastId: string,
): Promise<OfficerReceipt[]> {
  const { rows } = await tx.client.query({
    name: 'read-broadcast-officers',
    text: `select t.id, t.channel, t.state, t.fail_code, coalesce(c.account, t.account) as account, c.asked_at, c.confirmed_at,
        c.fail_code as own_fail_code, m.account is not null as counted, m.seers, m.likes, m.comments, t.targets,
        (select count(*)::int from broadcast_targets g where g.station_id = $1 and g.task_id = t.id and g.state = 'reached') as reached,
        (select coalesce(json_agg(json_build_object('at', r.at, 'by', r.by_id, 'state', r.state, 'unsure', r.fail_code is not null,
            'recent', r.at > clock_timestamp() - interval '24 hours') order by r.at), '[]')
          from broadcast_reminders r where r.station_id = $1 and r.task_id = t.id) as reminders
      from broadcast_tasks t
      left join broadcast_confirmations c on c.station_id = $1 and c.task_id = t.id
      left join broadcast_moment_counts m on m.station_id = $1 and m.task_id = t.id and m.account = c.account
      where t.station_id = $1 and t.broadcast_id = $2
      order by (c.confirmed_at is not null), t.channel, account, t.id`,
    values: [tx.stationId, broadcastId],
  })
  type Said = { at: string; by: string | null; state: string; unsure: boolean; recent: boolean }
  const names = await officerNames(
    tx,
    rows.flatMap((row) => (row.reminders as Said[]).flatMap(({ by }) => by ?? [])),
  )
  const accounts = await officersOfAccounts(tx)
  return rows.map((row) => {
    const officer = accounts.get(row.account)
    const reminders = row.reminders as Said[]
    const lately = reminders.filter(({ recent, state }) => recent && state !== 'refused').length
    return {
      taskId: row.id,
      channel: row.channel,
      account: row.account,
      officer: officer ? { id: officer.officerId, name: officer.name } : null,
      state: row.state,
      trouble: troubleWords(row.own_fail_code === 'refused' ? '60111' : row.fail_code),
      askedAt: row.asked_at?.toISOString() ?? null,
      confirmedAt: row.confirmed_at?.toISOString() ?? null,
      targets: row.targets,
      reached: row.reached,
      reminders: reminders
        .filter(({ state }) => state !== 'refused')
        .map(({ at, by, state, unsure }) => ({
          at: new Date(at).toISOString(),
          by: by ? { id: by, name: names.get(by) ?? '' } : null,
          sent: state === 'sent' && !unsure,
        })),
      mayRemind:
        session.permissions.has('broadcasts.write') &&
        row.state === 'asked' &&
        row.channel !== 'moments' &&
        row.confirmed_at === null &&
        lately < mostReminders,
      moment: row.counted ? { seers: row.seers, likes: row.likes, comments: row.comments } : null,
    }
  })
}
