import type { SearchKind } from '../../../../contract/vocabulary.ts'
import { say, words } from '../say.ts'

export const searchKindWords = words<SearchKind>()({
  person: ['人', 'People'],
  message: ['消息', 'Messages'],
  case: ['案件', 'Cases'],
  script: ['话术', 'Scripts'],
  guide: ['办事指南', 'Guides'],
})

export const searchText = say({
  title: ['搜索', 'Search'],
  hint: ['姓名、拼音首字母、尾号、门牌、话里的字', 'Name, initials, phone end, door, words'],
  allKinds: ['全部', 'All'],
  kind: ['类别', 'Kind'],
  anyTime: ['不限时间', 'Any time'],
  time: ['时间', 'Time'],
  lastDays: [(days: number) => `近 ${days} 天`, (days: number) => `Last ${days} days`],
  beforeDays: [(days: number) => `${days} 天以前`, (days: number) => `Over ${days} days ago`],
  canType: ['可以这样找', 'What can be typed'],
  exampleName: ['姓名的拼音首字母，刘大妈', 'Initials of a name: 刘大妈'],
  examplePhone: ['电话尾号，3 位以上', 'The end of a phone number'],
  exampleDoor: ['门牌，汉字数字也行', 'A door'],
  exampleSound: ['全拼，或者一个字', 'Pinyin, or one character'],
  exampleBoth: ['几样一起，空格隔开', 'Several at once, parted by spaces'],
  recent: ['刚才找过', 'Recent'],
  forget: ['清空', 'Clear'],
  recentHint: ['只记在这台设备上，退出登录就没了', 'Kept on this device until you sign out'],
  keys: ['↑ ↓ 选择，Enter 打开，Tab 换一类', '↑ ↓ choose, Enter opens, Tab next kind'],
  looking: ['正在找…', 'Searching…'],
  found: [(count: number) => `找到 ${count} 条`, (count: number) => `${count} found`],
  none: [(text: string) => `没有找到“${text}”`, (text: string) => `Nothing found for “${text}”`],
  noneHint: [
    '少打几个字，换成拼音试试，或者放宽上面的村和时间。',
    'Try fewer characters, pinyin, or wider filters.',
  ],
  near: ['没有完全一样的，下面是读音或意思相近的', 'Nothing exactly so; these sound alike or mean it'],
  cut: [(count: number) => `前 ${count} 条`, (count: number) => `First ${count}`],
  count: [(count: number) => `${count} 条`, (count: number) => `${count}`],
  cutHint: ['还有更多，请多打几个字', 'There are more, type more'],
  seeMore: ['看更多', 'See more'],
  older: ['更早的', 'Older'],
  openPage: ['在搜索页打开', 'Open as a page'],
  sought: ['要找的那条', 'The one you looked for'],
  soughtFar: ['那条消息在更早的地方，正在往前翻…', 'Going back to that message…'],
})
