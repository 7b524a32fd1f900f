import { say } from '../say.ts'

export const statisticsText = say({
  title: ['统计', 'Statistics'],
  month: ['月份', 'Month'],
  days: ['按日期', 'By dates'],
  from: ['从', 'From'],
  to: ['到', 'To'],
  period: [
    (from: string, to: string) => `${from} 至 ${to}`,
    (from: string, to: string) => `${from} to ${to}`,
  ],
  snapshot: [(time: string) => `数据截至 ${time}`, (time: string) => `As of ${time}`],
  notComplete: ['这段时间还没过完', 'The period is not over yet'],
  noValue: ['没有数', 'No value'],
  of: [
    (top: string, bottom: string) => `${top} ÷ ${bottom}`,
    (top: string, bottom: string) => `${top} of ${bottom}`,
  ],
  provisional: ['暂定', 'Provisional'],
  finalRange: [
    (low: string, high: string) => `最终在 ${low}–${high} 之间`,
    (low: string, high: string) => `Final value between ${low} and ${high}`,
  ],
  openCount: [
    (count: number) => `还有 ${count} 件不满 7 天`,
    (count: number) => `${count} within seven days`,
  ],
  wilson: [
    (low: string, high: string) => `95% 区间 ${low}–${high}`,
    (low: string, high: string) => `95% interval ${low}–${high}`,
  ],
  match: [
    (low: string, high: string) => `按匹配把握 ${low}–${high}`,
    (low: string, high: string) => `By certainty ${low}–${high}`,
  ],
  atMost: [(share: string) => `最多 ${share}`, (share: string) => `At most ${share}`],
  small: ['数量少，波动大', 'Small numbers'],
  changedLater: [(count: number) => `过后又改了 ${count} 件`, (count: number) => `${count} changed later`],
  mom: ['环比', 'Month on month'],
  yoy: ['同比', 'Year on year'],
  compared: [
    (before: string, now: string) => `${before} → ${now}`,
    (before: string, now: string) => `${before} → ${now}`,
  ],
  usual: ['属平常波动', 'Within usual variation'],
  unusual: ['超出平常波动', 'Beyond usual variation'],
  points: [(points: string) => `${points} 个百分点`, (points: string) => `${points} points`],
  definition: ['怎么算的', 'How it is computed'],
  version: [(version: number) => `口径第 ${version} 版`, (version: number) => `Definition ${version}`],
  rows: ['看明细', 'Rows'],
  rowsTitle: [
    (name: string, count: number) => `${name} · ${count} 条`,
    (name: string, count: number) => `${name} · ${count}`,
  ],
  counted: ['计入', 'Counted'],
  notCounted: ['未计入', 'Not counted'],
  narrowed: [
    '只显示您负责的村；数字是全所的。',
    'Only your villages are listed; the figure counts the whole station.',
  ],
  export: ['导出 CSV', 'Export CSV'],
  exported: ['已导出', 'Exported'],
  label: ['编号', 'Number'],
  why: ['为什么', 'Why'],
  at: ['时间', 'When'],
  emptyRows: ['没有明细', 'No rows'],
  perMonth: ['每月事项', 'Matters a month'],
})
