import type { StationHome } from '../../../contract/statistics.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { countStandingJobs } from '../../platform/jobs/count-standing-jobs.ts'
import { listDeadLetters } from '../../platform/jobs/dead-letters.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { countProposals } from '../editions/read-proposals.ts'
import { countUnfiled } from '../inbox/views.ts'
import { listUnconfirmed } from '../officers/list-unconfirmed.ts'
import { countRumourWork } from '../rumours/views.ts'
import { countRereads } from '../services/list-rereads.ts'
import { tellChange } from '../wechat/changes/tell-change.ts'
import { listChannelTroubles } from '../wechat/views.ts'

type Alarm = StationHome['alarms'][number]

/** After this an emergency that nobody has answered is everybody's business. */
const emergencyMinutes = 5

/** A message that is on disk for longer than this and in no conversation has met something unforeseen. */
const filingSeconds = 30

/** What somebody must look at now. One function an alarm; each answers null when all is well. */
const sources: ((tx: Tx, session: OfficerSession, now: Date) => Promise<Alarm | null>)[] = [
  unansweredEmergencies,
  unfiledMessages,
  unconfirmedAccounts,
  emptyDesk,
  deadLetters,
  standingJobs,
  guidesToReread,
  editionProposals,
  channelChange,
]

export async function listAlarms(tx: Tx, session: OfficerSession, now: Date): Promise<Alarm[]> {
  const alarms: Alarm[] = []
  for (const source of sources) {
    const alarm = await source(tx, session, now)
    if (alarm) alarms.push(alarm)
  }
  alarms.push(...(await rumourWork(tx, session)), ...(await channelTroubles(tx)))
  return alarms
}

async function unansweredEmergencies(tx: Tx, _session: OfficerSession, now: Date): Promise<Alarm | null> {
  const { rows } = await tx.client.query({
    name: 'alarm-unanswered-emergencies',
    text: `select count(*)::int as n from conversations where station_id = $1 and emergency and closed_at is null
             and merged_into is null and waiting_since < $2`,
    values: [tx.stationId, new Date(now.getTime() - emergencyMinutes * 60_000)],
  })
  const count = rows[0].n
  return count === 0
    ? null
    : {
        key: 'emergency_unanswered',
        sentence: `有 ${count} 件紧急消息超过 ${emergencyMinutes} 分钟没有人回答。`,
        count,
      }
}

async function unfiledMessages(tx: Tx): Promise<Alarm | null> {
  const count = await countUnfiled(tx, filingSeconds)
  return count === 0
    ? null
    : {
        key: 'messages_unfiled',
        sentence: `有 ${count} 条消息已经收下，还没有放进会话里，请马上告诉管理员。`,
        count,
      }
}

/** Stays until somebody who may has confirmed them, or has suspended the account. */
async function unconfirmedAccounts(tx: Tx, session: OfficerSession): Promise<Alarm | null> {
  const accounts = await listUnconfirmed(tx, session.officerId)
  return accounts.length === 0
    ? null
    : {
        key: 'accounts_unconfirmed',
        sentence: `新开了（或重设了密码）能看居民事项的账号：${accounts.map(({ name }) => name).join('、')}。确认之前用不了，请到“设置 · 人员”里确认；不该开的请停用。`,
        count: accounts.length,
      }
}

async function emptyDesk(tx: Tx, _session: OfficerSession, now: Date): Promise<Alarm | null> {
  const { rowCount } = await tx.client.query({
    name: 'alarm-empty-desk',
    text: `select from duty_shifts where station_id = $1 and kind = 'desk' and starts_at <= $2 and ends_at > $2 limit 1`,
    values: [tx.stationId, now],
  })
  return rowCount
    ? null
    : { key: 'empty_desk', sentence: '现在没有人值班看消息；居民的页面会提示急事拨打110。', count: 0 }
}

/** Work of the system that failed at every try; only those who can run it again are told. */
async function deadLetters(tx: Tx, session: OfficerSession): Promise<Alarm | null> {
  if (!session.permissions.has('jobs.manage')) return null
  const { total = 0 } = await listDeadLetters(tx)
  return total === 0
    ? null
    : {
        key: 'dead_letters',
        sentence: `有 ${total} 件系统任务多次没有做成，请到“系统任务”里查看。`,
        count: total,
      }
}

/** A job that could run and that nobody takes for so long: the workers stand still, whatever they say of themselves. */
const standingSeconds = 150

async function standingJobs(tx: Tx): Promise<Alarm | null> {
  const count = await countStandingJobs(tx, standingSeconds)
  return count === 0
    ? null
    : {
        key: 'jobs_standing',
        sentence: `有 ${count} 件后台任务等了 2 分半钟以上还没有开始，请马上告诉管理员。`,
        count,
      }
}

/** The owner is told of hers, the chief of all: what a guide says wrongly is believed by everybody who reads it. */
async function guidesToReread(tx: Tx, session: OfficerSession): Promise<Alarm | null> {
  const { all, own } = await countRereads(tx, session.officerId)
  const count = session.permissions.has('services.write') ? all : own
  return count === 0
    ? null
    : {
        key: 'guides_to_reread',
        sentence: `有 ${count} 份办事指南到了复核日期，请对照现行规定看一遍，居民正在照着它备材料。`,
        count,
      }
}

/** A newer installation brought other words; what residents are told may be wrong until somebody has looked. */
async function editionProposals(tx: Tx, session: OfficerSession): Promise<Alarm | null> {
  const count = await countProposals(tx, session)
  return count === 0
    ? null
    : {
        key: 'edition_proposals',
        sentence: `随版本更新：有 ${count} 条话术或办事指南有了新的内容，可能是规定变了，请看过再定用不用。`,
        count,
      }
}

/** Another corporation or server waits for a second person, or for its hour. */
async function channelChange(tx: Tx, session: OfficerSession): Promise<Alarm | null> {
  const notice = await tellChange(tx, session.officerId)
  return notice && { ...notice, count: 1 }
}

/**
 * Of the rumour desk: what was promised is late; a draft waits for a second person; evidence came after a reply of hers;
 * groups of hers do not have what may go out.
 */
async function rumourWork(tx: Tx, session: OfficerSession): Promise<Alarm[]> {
  const { permissions } = session
  if (!permissions.has('rumours.write')) return []
  const { due, toApprove, evidence, rumours, groups } = await countRumourWork(tx, session)
  const late = {
    key: 'rumours_due',
    sentence: `有 ${due} 条传言，答应居民更新的时间已经过了，请核实后起草新的答复。`,
    count: due,
  }
  const drafts = {
    key: 'rumours_to_approve',
    sentence: `有 ${toApprove} 条辟谣答复起草好了，等您看过批准，批准了才能发。`,
    count: toApprove,
  }
  const fresh = {
    key: 'rumours_new_evidence',
    sentence: `有 ${evidence} 条传言，答复起草以后又有了新的依据，请看要不要更新答复；不用改的点“看过，不用改”。`,
    count: evidence,
  }
  const waiting = {
    key: 'rumour_groups',
    sentence: `有 ${rumours} 条传言的答复可以发了，还有 ${groups} 个群没收到最新的，请发到群里并打勾。`,
    count: groups,
  }
  return [
    ...(permissions.has('rumours.decide') ? [late] : []),
    ...(permissions.has('scripts.approve') ? [drafts] : []),
    ...(permissions.has('rumours.draft') ? [fresh] : []),
    waiting,
  ].filter(({ count }) => count > 0)
}

const channelSentences: Record<string, (count: number) => string> = {
  gaps: (n) => `微信有 ${n} 段时间的消息可能没有收到，请到“设置—微信”里查看是哪段时间，并请居民补发。`,
  deaf: (n) => `有 ${n} 个微信客服账号超过 15 分钟没有收取消息，请马上告诉管理员。`,
  uncalled: (n) =>
    `有 ${n} 个微信客服账号来了新消息，企业微信却没有通知我们，消息会晚几分钟才到。请管理员到“设置—微信”里检查回调。`,
  stalled: (n) => `有 ${n} 个微信客服账号的消息取不下来，请管理员到“设置—微信”里查看原因。`,
  unhandled: (n) => `有 ${n} 条微信消息取下来了还没有放进会话，请马上告诉管理员。`,
  unsent: (n) => `有 ${n} 条给居民的微信回复还没有发出去，急事请打电话。`,
  canary: () => '微信通道的自检超过 2 分半钟没有通过，请马上告诉管理员。',
  letters: (n) => `有 ${n} 条微信消息没有收好，请到“设置—没收好的消息”里查看原文和负责人，处理后注明。`,
  rejected: (n) =>
    `有 ${n} 位居民的微信消息被同事在企业微信里设成了拒收，她说的话到不了所里。请到企业微信里取消，是哪位同事设的，管理员在“设置—微信”里看得到。`,
  phone: (n) => `有 ${n} 位居民要打电话告知：回复没有送到，或者她在网上看不到。请看首页“我的事”。`,
}

/** The WeChat channel; nothing of it may stand still unnoticed. */
async function channelTroubles(tx: Tx): Promise<Alarm[]> {
  const troubles = await listChannelTroubles(tx)
  return troubles.map(({ key, count }) => ({
    key: `wechat_${key}`,
    sentence: channelSentences[key]!(count),
    count,
  }))
}
