import type { ScriptState } from '../../../api/scripts.ts'
import { say, words } from '../say.ts'

export const scriptStateWords = words<ScriptState>()({
  draft: ['草稿', 'Draft'],
  usable: ['可用', 'In use'],
  expired: ['已过期', 'Expired'],
  retired: ['已停用', 'Retired'],
})

export const scriptText = say({
  title: ['话术', 'Scripts'],
  searchHint: ['标题、正文、关键词里的几个字', 'Some characters of the title or text'],
  empty: ['没有这样的话术', 'No such script'],
  choose: ['从左边选一条话术', 'Choose a script'],
  pendingOnly: ['只看待批准', 'Waiting for approval'],
  pending: ['有新版待批准', 'New version waiting'],
  newScript: ['新话术', 'New script'],
  newVersion: ['起草新版', 'Draft a new version'],
  approve: ['批准使用', 'Approve'],
  approved: ['已批准', 'Approved'],
  approveHint: [
    '起草的人不能批准自己写的，请一位同事来批准。',
    'Nobody approves her own draft; ask a colleague.',
  ],
  retire: ['停用', 'Retire'],
  retired: ['已停用', 'Retired'],
  retireSure: ['停用后不能再发，已发出的不变。', 'It can no longer be sent; what was sent stays.'],
  library: ['话术库', 'Library'],
  name: ['标题', 'Title'],
  body: ['正文', 'Text'],
  bodyHint: ['可以用的变量，点一下加进正文：', 'Variables; tap to add:'],
  keywords: ['关键词', 'Keywords'],
  basis: ['依据', 'Basis'],
  expiresOn: ['有效期到', 'Good until'],
  auxiliaryMay: ['辅警可以直接发', 'Auxiliaries may send it'],
  villages: ['适用的村', 'Villages'],
  everyVillage: ['全部村', 'Every village'],
  soon: [(days: number) => `${days} 天后过期，请复核`, (days: number) => `Expires in ${days} days`],
  expired: ['已过有效期，要复核后才能再发', 'Past its day: review it before sending'],
  versions: ['版本', 'Versions'],
  version: [(number: number) => `第 ${number} 版`, (number: number) => `Version ${number}`],
  delivered: ['随系统提供', 'Delivered with the system'],
  draftedBy: [(name: string) => `${name} 起草`, (name: string) => `Drafted by ${name}`],
  approvedBy: [(name: string) => `${name} 批准`, (name: string) => `Approved by ${name}`],
  waiting: ['待批准', 'Not approved yet'],
  scope: ['谁能发、哪些村', 'Who and where'],
  drafted: ['已起草，等另一位同事批准', 'Drafted; a colleague must approve it'],
})
