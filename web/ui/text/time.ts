import { say } from './say.ts'

const days = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const daysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

export const timeText = say({
  weekday: [(day: number) => days[day] ?? '', (day: number) => daysEn[day] ?? ''],
  monthDay: [
    (month: number, day: number) => `${month}月${day}日`,
    (month: number, day: number) => `${day}/${month}`,
  ],
  yearMonthDay: [
    (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
    (year: number, month: number, day: number) => `${day}/${month}/${year}`,
  ],
  seconds: [(count: number) => `${count}秒`, (count: number) => `${count} s`],
  minutes: [(count: number) => `${count}分钟`, (count: number) => `${count} min`],
  hours: [
    (hours: number, minutes: number) => (minutes ? `${hours}小时${minutes}分` : `${hours}小时`),
    (hours: number, minutes: number) => (minutes ? `${hours} h ${minutes} min` : `${hours} h`),
  ],
  days: [
    (days: number, hours: number) => (hours ? `${days}天${hours}小时` : `${days}天`),
    (days: number, hours: number) => (hours ? `${days} d ${hours} h` : `${days} d`),
  ],
  justNow: ['刚刚', 'just now'],
  today: ['今天', 'Today'],
  yesterday: ['昨天', 'Yesterday'],
})
