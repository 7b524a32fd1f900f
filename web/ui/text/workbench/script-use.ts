import { say } from '../say.ts'

export const scriptUseText = say({
  title: ['话术用得怎样', 'Use of scripts'],
  useTab: ['发了多少、管不管用', 'Sent, and what came of it'],
  unscriptedTab: ['问了没有话术的', 'Asked, but no script'],
  allLibraries: ['全部话术库', 'Every library'],
  export: ['导出 CSV', 'Export CSV'],
  empty: ['没有话术', 'No scripts'],
  sortBy: ['排序', 'Sort'],
  most: [(name: string) => `“${name}”多的在前`, (name: string) => `Most “${name}” first`],
  script: ['话术', 'Script'],
  notInUse: ['不在用', 'not in use'],
  how: ['怎么算的', 'How it is counted'],
  snapshot: [
    (from: string, to: string, at: string) => `${from} 至 ${to}，${at} 统计，全所。点数字看是哪些。`,
    (from: string, to: string, at: string) =>
      `${from} to ${to}, read ${at}, whole station. A number opens its matters.`,
  ],
  noneOfYours: ['其中没有您看得到的', 'None of these are yours to see'],
  unscriptedHint: [
    '居民问了、同事自己写了答复、没有用话术也没有用辟谣答复的，意思相近的放在一起。问得多的，值得写一条话术。',
    'What residents asked and colleagues answered by hand, without a script or a rumour’s reply, alike beside alike. What is asked often deserves a script.',
  ],
  unscriptedEmpty: [
    '这些天的答复都用了话术或者辟谣答复',
    'Every answer of these days used a script or a rumour’s reply',
  ],
  looked: [
    (count: number) => `看了最近 ${count} 件。例子里的姓名和号码已去掉。`,
    (count: number) => `Looked at the newest ${count}. Names and numbers are taken out.`,
  ],
  noWords: ['没有共同的词', 'No words in common'],
  times: [(count: number) => `${count} 次`, (count: number) => `${count} times`],
  nearest: ['最接近的话术，没有用上：', 'Nearest script, not used:'],
  nothingFits: ['库里没有合适的', 'Nothing fits'],
  write: ['写一条话术', 'Write a script for this'],
})
