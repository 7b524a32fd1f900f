import { say, words } from '../say.ts'

export const letterText = say({
  title: ['没收好的消息', 'Messages not handled'],
  what: [
    '微信里来了，系统试了几次还是没能处理的消息。负责人看一眼原文，打电话或请居民再发一次，然后注明怎么处理的。',
    'Messages of WeChat that could not be handled. Their owner reads them, phones, and says what was done.',
  ],
  none: ['没有。微信来的消息都收好了。', 'None. All messages were handled.'],
  done: ['最近处理过的', 'Lately seen to'],
  unknown: ['不知道是谁的', 'Nobody known'],
  owner: ['负责人', 'Owner'],
  noOwner: ['还没有负责人（现在没有人值班）', 'Nobody yet: the desk is empty'],
  byRoster: ['按值班表', 'By the roster'],
  by: [(name: string) => `${name} 指定`, (name: string) => `given by ${name}`],
  give: ['换人', 'Give to somebody'],
  given: ['已指定负责人', 'Given'],
  look: ['看原文', 'Read the bytes'],
  hide: ['收起原文', 'Hide the bytes'],
  cut: ['太长，只显示开头', 'Too long: only the beginning'],
  replay: ['再试一次', 'Try again'],
  replayed: ['正在重新处理', 'It is being tried again'],
  settle: ['已处理', 'Settled'],
  settleTitle: ['怎么处理的？', 'What was done?'],
  settled: ['已注明', 'Noted'],
  settledBy: [
    (who: string, when: string, reason: string) => `${who} ${when}：${reason}`,
    (who: string, when: string, reason: string) => `${who} ${when}: ${reason}`,
  ],
  trying: [
    (who: string, when: string) => `${who} ${when} 让它再试`,
    (who: string, when: string) => `${who}, ${when}: tried again`,
  ],
  open: ['打开会话', 'Open the conversation'],
})

const jobWords: Record<string, string> = words<string>()({
  'handle-kf-message': ['一条消息读不懂', 'A message nobody could read'],
  'fetch-kf-media': ['照片、语音或文件没取到', 'An attachment could not be fetched'],
  'follow-wechat-hint': ['一条好友或村群的变化没查到', 'News of a contact or group could not be looked up'],
  'read-wechat-envelope': ['一个回调读不懂', 'A callback nobody could read'],
})

export const letterJob = (job: string): string => jobWords[job] ?? job
