import { addDays, startOfDay, stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { secondPersons, stillConfigures } from './second-persons.ts'
import { aloneMs } from './settle-change.ts'

export type ChangeNotice = { key: string; sentence: string }

/**
 * What this officer's first page says of a change that waits: those who may answer it are asked to; where nobody can say
 * yes everybody reads of it until it happens. Null where it is nothing to her.
 */
export async function tellChange(tx: Tx, officerId: string): Promise<ChangeNotice | null> {
  const { rows } = await tx.client.query({
    name: 'tell-wechat-change',
    text: `select c.asked_by, c.alone_since, o.name from wechat_changes c
           join officers o on o.station_id = $1 and o.id = c.asked_by
           where c.station_id = $1 and c.closed_at is null and c.expires_at > clock_timestamp()`,
    values: [tx.stationId],
  })
  const change = rows[0]
  if (!change) return null
  const approvers = await secondPersons(tx, change.asked_by)
  if (approvers.length === 0) {
    if (!change.alone_since || !(await stillConfigures(tx, change.asked_by))) return null
    const at = clockOf(new Date(change.alone_since.getTime() + aloneMs))
    const what = `${change.name}要把微信接入换成另一个企业、应用或地址，所里没有第二个能同意的人，${at}起生效。`
    return (await stillConfigures(tx, officerId))
      ? { key: 'wechat_change', sentence: `${what}不对的话，请在那之前到“设置—微信”里取消。` }
      : { key: 'wechat_change_announced', sentence: `${what}觉得不对，请马上告诉所长或管理员。` }
  }
  if (!approvers.some(({ id }) => id === officerId)) return null
  return {
    key: 'wechat_change',
    sentence: `${change.name}要把微信接入换成另一个企业、应用或地址，要您同意才生效。请到“设置—微信”里核对新旧再决定。`,
  }
}

/** Today or tomorrow with hour and minute, by the station's clock. */
function clockOf(at: Date): string {
  const day = stationDay(at)
  const minutes = Math.floor((at.getTime() - startOfDay(day).getTime()) / 60_000)
  const clock = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
  const today = stationDay(new Date())
  return `${day === today ? '今天' : day === addDays(today, 1) ? '明天' : `${day} `}${clock}`
}
