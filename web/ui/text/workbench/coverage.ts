import type { HouseholdReach, VisitOutcome } from '../../../../contract/vocabulary.ts'
import { say, words } from '../say.ts'

export const reachWords = words<HouseholdReach>()({
  reached: ['联系得上', 'Within reach'],
  perhaps: ['只有号码对得上', 'By number only'],
  away: ['全家外出', 'All away'],
  phoneless: ['没有登记电话', 'No number known'],
  open: ['还没联系上', 'Not reached yet'],
  departed: ['已搬走', 'Moved away'],
})

export const reachHints = words<HouseholdReach>()({
  reached: ['家里至少有一个人是我们的联系人', 'Somebody there is a contact'],
  perhaps: [
    '有个没认领的联系人，号码和这家登记的一样；认领以后才算数',
    'An unmatched contact has this household’s number; counts once it is matched',
  ],
  away: ['登记的人都外出了，还没有联系上', 'Everybody known there is away'],
  phoneless: ['家里没人登记过电话，也没有联系方式', 'Nobody there has a number or contact'],
  open: ['有电话，还没有加上', 'There is a number, but no contact'],
  departed: ['不算在住户里', 'Not counted among the households'],
})

export const outcomeWords = words<VisitOutcome>()({
  added: ['已加上', 'Added'],
  not_home: ['不在家', 'Not at home'],
  refused: ['不愿意', 'Said no'],
  later: ['下次再来', 'Come again'],
})

export const coverageText = say({
  title: ['家庭覆盖', 'Household coverage'],
  day: ['统计日', 'Day'],
  today: ['今天', 'Today'],
  sentence: [
    (day: string, resident: string, reached: string, rest: string) =>
      `${day}，住着 ${resident} 户，其中 ${reached} 户至少有一个人联系得上，还有 ${rest} 户没有。`,
    (day: string, resident: string, reached: string, rest: string) =>
      `On ${day}, ${reached} of ${resident} households had somebody within reach; ${rest} had not.`,
  ],
  band: [
    (low: string, high: string, count: string) =>
      `另有 ${count} 户只是号码对得上，全算上是 ${high}，所以在 ${low} 和 ${high} 之间。`,
    (low: string, high: string, count: string) =>
      `${count} more by number only: with all of them ${high}, so between ${low} and ${high}.`,
  ],
  noBand: ['没有拿不准的。', 'None uncertain.'],
  noHouseholds: ['这一天没有住户，不算比率。', 'No households on this day, so no share.'],
  small: ['户数少，波动大', 'Few households'],
  parts: ['每一户算在一类里', 'Each household counts once'],
  departed: [
    (count: string) => `已搬走的 ${count} 户不算在内`,
    (count: string) => `${count} moved away are not counted`,
  ],
  snapshot: [(time: string) => `数据截至 ${time}`, (time: string) => `As of ${time}`],
  definition: ['怎么算的', 'How it is computed'],
  numbersNote: [
    '电话号码没有历史，“没有登记电话”和“号码对得上”按现在登记的算。',
    'Numbers have no history: they are taken as known now.',
  ],
  byVillage: ['按村', 'By village'],
  group: ['组', 'Group'],
  noGroup: ['未分组', 'No group'],
  households: ['住户', 'Households'],
  share: ['覆盖率', 'Coverage'],
  total: ['全所', 'All'],
  openGroups: [(name: string) => `展开${name}的各组`, (name: string) => `Groups of ${name}`],
  sortBy: [(name: string) => `按${name}排`, (name: string) => `Sort by ${name}`],
  trend: ['一年来每周', 'Week by week'],
  trendHint: [
    '按登记的起止日期重新算出，过后补登记的也会改到以前。',
    'Computed from the records, late ones included.',
  ],
  trendHigh: ['算上号码对得上的', 'With numbers only'],
  weekSaid: [
    (day: string, share: string) => `${day} ${share}`,
    (day: string, share: string) => `${day} ${share}`,
  ],
  allVillages: ['全所', 'Whole station'],
  map: ['地图', 'Map'],
  mapLabel: ['各村覆盖率地图，内容同下面的表', 'Map of the villages; the table below says the same'],
  mapHint: [
    (dot: number) => `一点约 ${dot} 户，随意撒在村里，不是谁家的位置；不足 5 户的组不画。界线是示意。`,
    (dot: number) =>
      `A dot is about ${dot} households, scattered in the village, nobody’s place; groups under 5 are not drawn.`,
  ],
  mapFailed: ['这个浏览器画不出地图，请看表。', 'This browser cannot draw the map; see the table.'],
  noPlaces: ['各村还没有填位置，地图画不出来。', 'The villages have no place yet.'],
  setPlaces: ['去填村的位置', 'Set the villages’ places'],
  dotReached: ['联系得上', 'Within reach'],
  dotOther: ['还没有', 'Not yet'],
  export: ['导出', 'Export'],
  exportXlsx: ['导出表格（XLSX）', 'As XLSX'],
  exportCsv: ['导出 CSV', 'As CSV'],
  exported: ['已导出', 'Exported'],
  fileName: [(day: string) => `家庭覆盖 ${day}`, (day: string) => `coverage ${day}`],
  rowsTitle: [
    (name: string, count: string) => `${name} · ${count} 户`,
    (name: string, count: string) => `${name} · ${count}`,
  ],
  narrowed: [
    '只显示您负责的村；数字是全所的。',
    'Only your villages are listed; numbers count the whole station.',
  ],
  emptyRows: ['没有这样的住户', 'No such households'],
  door: ['门牌', 'Door'],
  toRound: ['去走访还没联系上的', 'Doors to knock at'],
  roundTitle: ['还没联系上的', 'Not reached yet'],
  roundEmpty: ['这里都联系上了', 'Everybody here is within reach'],
  roundCount: [(count: number) => `${count} 户`, (count: number) => `${count} households`],
  resting: [
    (count: number) => `另有 ${count} 户 90 天内说过不愿意，没列出`,
    (count: number) => `${count} more said no within 90 days`,
  ],
  showResting: ['也列出', 'Show them'],
  hideResting: ['不列', 'Hide them'],
  restsUntil: [(day: string) => `${day} 前不打扰`, (day: string) => `In peace until ${day}`],
  lastVisit: [
    (outcome: string, when: string, who: string) => `上次：${outcome}，${when}，${who}`,
    (outcome: string, when: string, who: string) => `Last: ${outcome}, ${when}, ${who}`,
  ],
  neverVisited: ['没走访过', 'Never visited'],
  notSent: ['还没传上去，有网就传', 'Not sent yet'],
  sendFailed: [(why: string) => `没传成：${why}`, (why: string) => `Not sent: ${why}`],
  dropTick: ['不要这条了', 'Drop it'],
  waitingTicks: [
    (count: number) => `${count} 条走访还没传上去`,
    (count: number) => `${count} visits not sent yet`,
  ],
  addedHint: ['说加上了，还没对上人', 'Said to be added, not matched yet'],
  nobodyKnown: ['没登记人', 'Nobody known'],
  head: ['户主', 'Head'],
  printList: ['打印走访单', 'Print the list'],
  chooseVillage: ['选一个村再打印', 'Choose a village to print'],
  printTitle: [(village: string) => `${village}走访单`, (village: string) => `Round of ${village}`],
  printMeta: [
    (day: string, who: string, count: number) => `${day} · ${who} 打印 · ${count} 户`,
    (day: string, who: string, count: number) => `${day} · printed by ${who} · ${count} households`,
  ],
  printWarning: ['内部使用。用完交回所里，不拍照、不转发。', 'Internal. Hand back after use; no photos.'],
  printLoading: [
    (done: number, total: number) => `正在读名单，${done} / ${total}`,
    (done: number, total: number) => `Reading, ${done} of ${total}`,
  ],
  printTooMany: [
    (most: number) => `一次最多打印 ${most} 户，请再选一个组。`,
    (most: number) => `At most ${most} at a time; choose a group.`,
  ],
  person: ['户主（没登记的写家里人）', 'Head, or somebody there'],
  scan: ['扫这个码，加上本村的工作账号', 'Scan to add the work account'],
  scanWhole: ['本村还没有自己的码，这是全所的', 'The station’s; the village has none of its own'],
  noDoor: [
    '这个村还没有添加工作账号的二维码，走访时加不上。',
    'This village has no code for adding a work account.',
  ],
  makeDoor: ['去生成二维码', 'Make one'],
  backToRound: ['回名单', 'Back to the list'],
  backToCoverage: ['回家庭覆盖', 'Back to coverage'],
})
