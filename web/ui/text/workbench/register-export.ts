import type { ExportColumn, ExportKind, ExportState } from '../../../../contract/register-exports.ts'
import { say, words } from '../say.ts'

export const exportColumnWords = words<ExportColumn>()({
  name: ['姓名', 'Name'],
  village: ['村', 'Village'],
  group: ['组', 'Group'],
  address: ['门牌', 'Door'],
  phone: ['电话', 'Phone'],
  bornOn: ['出生日期', 'Born on'],
  head: ['是否户主', 'Head of household'],
  away: ['外出地', 'Away at'],
  note: ['备注', 'Note'],
  headName: ['户主', 'Head'],
  people: ['人数', 'People'],
  headPhone: ['户主电话', 'Phone of the head'],
  since: ['登记时间', 'Recorded on'],
})

export const exportKindWords = words<ExportKind>()({
  residents: ['居民', 'Residents'],
  households: ['住户', 'Households'],
})

export const exportStateWords = words<ExportState>()({
  waiting: ['等第二个人同意', 'Awaits a second person'],
  ready: ['已做好', 'Made'],
  refused: ['没有同意', 'Refused'],
  withdrawn: ['已撤回', 'Withdrawn'],
})

export const exportText = say({
  title: ['导出名册', 'Export a list'],
  link: ['导出', 'Export'],
  hint: [
    '只导出要用的。谁导出、为什么、下载了几次都有记录；每一页都印着派出所、您的名字、时间和用途。文件留 24 小时。',
    'Take out only what is needed. Who, why and every download are on record, and every page says so. The file stays for 24 hours.',
  ],
  kind: ['导出什么', 'What'],
  villages: ['哪些村', 'Villages'],
  everyVillage: ['全部村', 'All villages'],
  group: ['哪个组', 'Group'],
  groupHint: ['如 3组，可以不填', 'Such as 3组; optional'],
  columns: ['要哪些列', 'Columns'],
  always: [(names: string) => `一定有：${names}`, (names: string) => `Always there: ${names}`],
  more: ['另外要（要用才勾）', 'Also, only if needed'],
  form: ['文件', 'File'],
  purpose: ['用途', 'What for'],
  purposeHint: ['例如：上门走访青泉社区 3 组', 'For example: visits in a village'],
  purposeRule: ['请写清楚用途，至少 4 个字', 'At least 4 characters'],
  caseNumber: ['案件编号（有就填）', 'Case number, if any'],
  count: [(rows: number) => `符合的有 ${rows} 行。`, (rows: number) => `${rows} rows.`],
  today: [
    (rows: number) => `您 24 小时内已导出 ${rows} 行。`,
    (rows: number) => `You have taken out ${rows} rows in 24 hours.`,
  ],
  second: [
    (limit: number) => `满 ${limit} 行，要另一位有导出权限的同事同意才做文件。`,
    (limit: number) => `From ${limit} rows on a colleague has to agree first.`,
  ],
  ask: ['导出', 'Export'],
  askSecond: ['申请导出', 'Ask for it'],
  asked: ['已申请，等同事同意', 'Asked; a colleague has to agree'],
  list: ['导出记录', 'Exports'],
  none: ['还没有导出过。', 'Nothing has been exported.'],
  number: [(number: number) => `第 ${number} 号`, (number: number) => `No. ${number}`],
  rows: [(count: number) => `${count} 行`, (count: number) => `${count} rows`],
  download: ['下载', 'Download'],
  gone: ['文件已过期删除', 'The file has expired'],
  until: [(moment: string) => `${moment}前可以下载`, (moment: string) => `Can be fetched until ${moment}`],
  agree: ['同意', 'Agree'],
  agreeSure: ['同意以后，这份名册就做成文件给申请的人。', 'The list is then made for the one who asked.'],
  refuse: ['不同意', 'Refuse'],
  refuseWhy: ['为什么不同意', 'Why not'],
  withdraw: ['撤回', 'Withdraw'],
  decidedBy: [(name: string) => `${name}决定`, (name: string) => `Decided by ${name}`],
})
