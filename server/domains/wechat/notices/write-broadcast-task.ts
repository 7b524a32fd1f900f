import type { Tx } from '../../../platform/tenancy.ts'
import type { Notice, Written } from './notice.ts'

const places: Record<string, string> = {
  groups: '群发助手 · 群发到客户群',
  contacts: '群发助手 · 群发给客户',
  moments: '客户朋友圈 · 企业发表',
}

/** A broadcast waits for her on the phone; null when she has confirmed, or it is over. */
export async function writeBroadcastTask(tx: Tx, origin: string, notice: Notice): Promise<Written | null> {
  const { rows } = await tx.client.query(
    `select t.channel, t.targets, t.broadcast_id, v.title from broadcast_tasks t
     join broadcast_steps g on g.station_id = $1 and g.broadcast_id = t.broadcast_id and g.step = 'started'
     join broadcast_versions v on v.station_id = $1 and v.broadcast_id = t.broadcast_id and v.version = g.version
     join officer_wecom_members m on m.station_id = $1 and m.officer_id = $3
     join broadcast_confirmations c on c.station_id = $1 and c.task_id = t.id and lower(c.account) = lower(m.user_id)
     where t.station_id = $1 and t.id::text = $2 and t.state = 'asked' and t.cancel_wanted_at is null and c.confirmed_at is null`,
    [tx.stationId, notice.about, notice.officerId],
  )
  const task = rows[0]
  if (!task) return null
  const whom =
    task.channel === 'moments'
      ? ''
      : `发给 ${task.targets} ${task.channel === 'groups' ? '个群' : '位居民'}。`
  return {
    assigneeId: null,
    message: {
      kind: 'textcard',
      title: '有一条预警发布等您点“发送”',
      description: `${task.title}\n${whom}请在企业微信手机端打开“${places[task.channel]}”，核对后发送。不点就不会发出去。`,
      url: `${origin}/workbench/broadcasts/${task.broadcast_id}`,
      button: '看发到哪了',
    },
  }
}
