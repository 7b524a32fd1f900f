import type { MessageMark } from '../../../../contract/vocabulary.ts'
import { say, words } from '../say.ts'

export const markWords = words<MessageMark>()({
  recalled: ['已撤回', 'Recalled'],
  file_missing: ['附件没有取到', 'The attachment could not be fetched'],
  late: ['晚到的消息', 'Arrived late'],
  by_servicer: ['在企业微信里回复', 'Answered in WeCom'],
})

/** Why nobody has to phone any more. */
export const withdrawalWords = words<'case_reopened' | 'merge_undone'>()({
  case_reopened: ['重新办理了案件', 'the case was reopened'],
  merge_undone: ['撤销了合并', 'the merge was undone'],
})

const failWords: Record<string, string> = words<string>()({
  window_over: ['离居民上次发消息已超过 48 小时', 'More than 48 hours since the resident wrote'],
  with_servicer: ['同事正在企业微信里接待', 'A colleague answers in WeCom'],
  session_over: ['微信会话已经结束', 'The chat is over'],
  no_account: ['找不到这位居民的微信', 'No WeChat account known'],
  outcome_untold: ['处理结果她在网上看不到', 'She cannot see the outcome online'],
  referral_unasked: [
    '交给别的单位的事该问结果了，她在网上看不到',
    'Ask what the other office did: she cannot see it online',
  ],
  internal: ['系统出错', 'A fault of the system'],
  '95001': ['居民上次发消息后已回复满 5 条', 'Five answers since the resident wrote'],
  '95002': ['离居民上次发消息已超过 48 小时', 'More than 48 hours since the resident wrote'],
  '95018': ['会话已转给企业微信里的同事', 'The chat is with a colleague in WeCom'],
  told_1: ['客服账号已被删除', 'The account was deleted'],
  told_2: ['应用已关闭', 'The application is closed'],
  told_4: ['离居民上次发消息已超过 48 小时', 'More than 48 hours since the resident wrote'],
  told_5: ['会话已结束', 'The chat has ended'],
  told_6: ['居民上次发消息后已回复满 5 条', 'Five answers since the resident wrote'],
  told_8: ['企业没有认证', 'The corporation is not verified'],
  told_10: ['居民设了不接收消息', 'The resident refuses messages'],
  told_11: ['企业微信里没有成员登录', 'Nobody is signed in to WeCom'],
  told_12: ['微信不允许发送', 'WeChat does not allow it'],
  told_13: ['内容被微信安全策略拦下', 'Stopped by the security rules of WeChat'],
})

/** Why an answer did not arrive; a code without words is what an administrator searches for. */
export const failText = (code: string | null): string =>
  (code && failWords[code]) ?? `微信没有接收（${code ?? '原因不明'}）`

export const wechatText = say({
  title: ['微信', 'WeChat'],
  queued: ['正在发往微信…', 'On its way to WeChat…'],
  accepted: ['微信已接收', 'Taken by WeChat'],
  failed: [(why: string) => `没有送到：${why}`, (why: string) => `Not delivered: ${why}`],
  forwarded: [
    (title: string) => `转发的聊天记录${title ? `：${title}` : ''}`,
    (title: string) => `Forwarded chat${title ? `: ${title}` : ''}`,
  ],
  linkNote: ['链接不能直接点开，要看先核对', 'Links are not opened by a tap: check them first'],
  onMap: ['在地图上看', 'Show on the map'],
  film: ['视频', 'Video'],
  filmSave: ['存下这段视频', 'Save the video'],
  filmDark: ['这段视频在这里放不出来，点这里存下来看', 'It cannot be played here: save it to watch'],
  fetching: ['正在向微信取附件…', 'The attachment is being fetched…'],
  mayRun: [
    '可能带程序的文件，不要在办公电脑上打开，先交网安看。',
    'This file may carry a program: do not open it on an office machine, give it to the net police first.',
  ],
  saveAnyway: ['知道了，只存下来', 'Understood: save it'],
  line: [
    (left: number, time: string) => `微信：还能发 ${left} 条 · 还剩 ${time}`,
    (left: number, time: string) => `WeChat: ${left} more · ${time} left`,
  ],
  hours: [(count: number) => `${count} 小时`, (count: number) => `${count} h`],
  minutes: [(count: number) => `${count} 分钟`, (count: number) => `${count} min`],
  answersOver: [
    (name: string) => `回复从客服账号 ${name} 发出`,
    (name: string) => `Answers go over account ${name}`,
  ],
  lineOver: [
    '离居民上次发消息已超过 48 小时，微信不允许再回复，请打电话。',
    'More than 48 hours since the resident wrote: WeChat takes no answer. Please phone.',
  ],
  lineFull: [
    '已经回复满 5 条，要等居民再发一条才能回复。急事请打电话。',
    'Five answers sent: the resident has to write first. If it is urgent, please phone.',
  ],
  lineStopped: [
    '这位居民正由同事在企业微信里接待，这里只看不发。',
    'A colleague is answering in WeCom: here it is only read.',
  ],
  lineEnded: [
    '企业微信里的接待已经结束。居民再发一条消息，这里就能回复；急事请打电话。',
    'The chat in WeCom is over: as soon as the resident writes it can be answered here. If it is urgent, phone.',
  ],
  account: [(name: string) => `客服账号 ${name}`, (name: string) => `account ${name}`],
  phoneTask: [(why: string) => `打电话给居民：${why}`, (why: string) => `Phone the resident: ${why}`],
  phoned: ['打过了', 'Phoned'],
  callWithdrawn: [
    (why: string, who: string | null, when: string) => `这个电话不用打了：${who ?? '居民'} ${when} ${why}`,
    (why: string, who: string | null, when: string) =>
      `No call any more: ${why} by ${who ?? 'the resident'}, ${when}`,
  ],
  phonedBy: [
    (who: string, when: string) => `${who} ${when} 已打电话`,
    (who: string, when: string) => `${who} phoned, ${when}`,
  ],
})
