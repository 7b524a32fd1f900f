import { words } from '../say.ts'

const jobWords: Record<string, string> = words<string>()({
  'equip-station': ['给新派出所配好指南和话术', 'Equip a new station'],
  'file-troubled': ['把收到的消息放进会话', 'File received messages'],
  'index-messages': ['让消息能被搜到', 'Make messages searchable'],
  'seal-audit': ['封存操作记录', 'Seal the log'],
  'anchor-audit': ['给操作记录盖校验点', 'Checkpoint of the log'],
  'remind-appointments': ['提醒预约的居民', 'Remind residents of appointments'],
  'handle-kf-message': ['把微信消息放进会话', 'File a WeChat message'],
  'fetch-kf-media': ['向微信取照片、语音或文件', 'Fetch an attachment from WeChat'],
  'read-wechat-envelope': ['读微信的回调', 'Read a callback of WeChat'],
  'tidy-wechat-envelopes': ['清理处理过的微信回调', 'Clear handled callbacks'],
  'follow-wechat-hint': ['看微信联系人或村群的变化', 'Look up a change in WeChat'],
  'ask-reconcile': ['每晚与企业微信全面核对', 'Nightly comparison with WeCom'],
  'make-weekly-report': ['每周一做上周的周报', 'Weekly report'],
  'sweep-files': ['清理没用上的文件', 'Clear unused files'],
  'sweep-sign-ins': ['清理旧的登录', 'Clear old sign-ins'],
  'retrain-triage': ['用更正重新训练研判', 'Train the reading on corrections'],
  'forget-keys': ['清理重复提交的记录', 'Clear keys of repeated calls'],
})

const causeWords: Record<string, string> = words<string>()({
  worker_lost: ['做到一半断了', 'Cut off half-way'],
  unavailable: ['要用的服务连不上', 'A service did not answer'],
  ENOSPC: ['磁盘满了', 'The disk is full'],
  EACCES: ['没有权限写文件', 'Files may not be written'],
  ECONNREFUSED: ['数据库连不上', 'The database did not answer'],
})

/** What a background job does. A job without words is shown by its name. */
export const jobText = (job: string): string => jobWords[job] ?? job

/** Why it failed; a code that nobody has put into words is what an administrator searches for. */
export const causeText = (code: string): string => causeWords[code] ?? code
