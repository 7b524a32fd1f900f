import type { Scenario } from '../../../../contract/vocabulary.ts'
import type { Context } from '../../../platform/context.ts'
import { addDays, startOfDay, stationDay } from '../../../platform/station-day.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import { heardByMachine } from '../../inbox/transcripts/heard-by-machine.ts'
import { handledConversations } from '../../inbox/visibility.ts'
import { listUnconfirmed } from '../../officers/list-unconfirmed.ts'
import { loadSession } from '../../officers/load-session.ts'
import { secondPersons } from '../changes/second-persons.ts'
import type { Notice, Written } from './notice.ts'
import { writeBroadcastTask } from './write-broadcast-task.ts'
import { writeRumour } from './write-rumour.ts'

const scenarioNames: Record<Scenario, string> = {
  anti_fraud: '反诈防诈',
  mediation: '矛盾调解',
  business: '业务咨询',
  safety: '安全提示',
  public_information: '辟谣回应',
  other_office: '其他部门的事',
}
const dutyNames: Record<string, string> = { desk: '接消息', window: '窗口', patrol: '巡逻' }

/**
 * The words of a notice as things stand, with no more of anybody than the kind of matter, the village and since when it
 * waits; null when there is nothing to tell any more, or she may not see it. The same facts give the same words, by
 * which the server knows a repeat.
 */
export async function writeNotice(
  { pool }: Pick<Context, 'pool'>,
  stationId: string,
  origin: string,
  notice: Notice,
): Promise<Written | null> {
  return inStation(pool, stationId, async (tx) => {
    if (notice.conversationId) return writeMatter(tx, origin, notice, notice.conversationId)
    if (notice.kind === 'confirmation') return writeConfirmation(tx, origin, notice)
    if (notice.kind === 'broadcast') return writeBroadcastTask(tx, origin, notice)
    if (notice.kind.startsWith('rumour_')) return writeRumour(tx, origin, notice)
    if (notice.kind === 'wechat_change') return writeChange(tx, origin, notice)
    return writeDuty(tx, origin, notice)
  })
}

async function writeMatter(tx: Tx, origin: string, notice: Notice, id: string): Promise<Written | null> {
  const session = await loadSession(tx, notice.officerId, { sessionId: notice.id, steppedUpAt: null })
  if (!session?.permissions.has('conversations.read')) return null
  const visible = handledConversations(session, 3)
  const { rows } = await tx.client.query(
    `select c.number, c.scenario, c.emergency, c.assignee_id, c.waiting_since, c.opened_at, v.name as village
     from conversations c left join villages v on v.station_id = $1 and v.id = c.village_id
     where c.station_id = $1 and c.id = $2 and c.closed_at is null and ${visible.sql}`,
    [tx.stationId, id, ...visible.values],
  )
  const matter = rows[0]
  if (!matter) return null
  // Told with it, so that somebody listens instead of believing it.
  const heard =
    notice.kind === 'emergency' && (await heardByMachine(tx, id))
      ? '机器从录音里听到的，可能听错，请马上听录音。'
      : ''
  const isHers = matter.assignee_id === notice.officerId
  if (notice.kind === 'emergency' && !matter.emergency) return null
  if (notice.kind === 'handed_over' && !isHers) return null
  const since = clockOf(matter.waiting_since ?? matter.opened_at)
  const facts = [
    { name: '编号', value: matter.number as string },
    { name: '类型', value: scenarioNames[matter.scenario as Scenario] ?? '' },
    { name: '村', value: (matter.village as string | null) ?? '还不知道' },
    { name: '从几点等起', value: since },
  ]
  const url = `${origin}/workbench/inbox/${notice.kind === 'emergency' ? 'emergency' : 'mine'}/${id}`
  const assigneeId = matter.assignee_id as string | null
  if (notice.kind === 'emergency' && !isHers)
    return {
      assigneeId,
      message: {
        kind: 'buttons',
        title: '紧急：有居民急着找我们',
        description: `${heard}${assigneeId ? '已按值班表分给同事，没人看就请您接。' : '还没有人接。'}`,
        facts,
        url,
        taskId: notice.id,
        buttons: [{ text: '我来接', key: 'take' }],
      },
    }
  const title = notice.kind === 'emergency' ? '紧急：这件事分给了您' : '同事转给您一件事'
  const lines = facts.map(({ name, value }) => `${name}：${value}`)
  const description = [...(heard ? [heard] : []), ...lines].join('\n')
  return { assigneeId, message: { kind: 'textcard', title, description, url, button: '去看' } }
}

async function writeConfirmation(tx: Tx, origin: string, notice: Notice): Promise<Written | null> {
  const { rows } = await tx.client.query(
    'select officer_id from officer_confirmations where station_id = $1 and id::text = $2 and confirmed_at is null',
    [tx.stationId, notice.about],
  )
  const waiting = rows[0] && (await listUnconfirmed(tx, notice.officerId))
  const account = waiting?.find(({ id }: { id: string }) => id === rows[0].officer_id)
  if (!account) return null
  return {
    assigneeId: null,
    message: {
      kind: 'textcard',
      title: '有账号等您确认',
      description: `${account.name}的账号能看到居民事项，要第二个人确认后才能用。`,
      url: `${origin}/workbench/settings/members`,
      button: '去确认',
    },
  }
}

async function writeChange(tx: Tx, origin: string, notice: Notice): Promise<Written | null> {
  const { rows } = await tx.client.query(
    `select c.asked_by, c.expires_at, o.name from wechat_changes c
     join officers o on o.station_id = $1 and o.id = c.asked_by
     where c.station_id = $1 and c.id::text = $2 and c.closed_at is null`,
    [tx.stationId, notice.about],
  )
  const change = rows[0]
  const may = change && (await secondPersons(tx, change.asked_by))
  if (!may?.some(({ id }: { id: string }) => id === notice.officerId)) return null
  const url = `${origin}/workbench/settings/wechat`
  return {
    assigneeId: null,
    message: {
      kind: 'buttons',
      title: '换微信通道，等您同意',
      description: '同意以后，居民的微信消息就从新的通道进出。没听说过这件事，请先问清楚再点。',
      facts: [
        { name: '提出的人', value: change.name },
        { name: '有效到', value: `${stationDay(change.expires_at)} ${clockOf(change.expires_at)}` },
      ],
      url,
      taskId: notice.id,
      buttons: [{ text: '去看', url }],
    },
  }
}

async function writeDuty(tx: Tx, origin: string, notice: Notice): Promise<Written | null> {
  const isTomorrow = notice.kind === 'duty_tomorrow'
  const { rows } = await tx.client.query(
    `select d.kind, d.starts_at, d.ends_at from duty_shifts d
     join active_officers o on o.station_id = $1 and o.id = d.officer_id
     where d.station_id = $1 and d.officer_id = $2 and ${isTomorrow ? 'd.starts_at >= $3 and d.starts_at < $4' : 'd.id::text = $3 and $4::text is null'}
     order by d.starts_at`,
    [
      tx.stationId,
      notice.officerId,
      isTomorrow ? startOfDay(notice.about) : notice.about,
      isTomorrow ? startOfDay(addDays(notice.about, 1)) : null,
    ],
  )
  if (rows.length === 0) return null
  const lines = rows.map(
    (shift) => `${dutyNames[shift.kind] ?? ''} ${clockOf(shift.starts_at)}—${clockOf(shift.ends_at)}`,
  )
  return {
    assigneeId: null,
    message: {
      kind: 'textcard',
      title: isTomorrow ? '明天您值班' : '您的班开始了',
      description: lines.join('\n'),
      url: `${origin}/workbench/settings/duty`,
      button: '看排班',
    },
  }
}

/** Hours and minutes by the station's clock. */
function clockOf(at: Date): string {
  const minutes = Math.floor((at.getTime() - startOfDay(stationDay(at)).getTime()) / 60_000)
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
