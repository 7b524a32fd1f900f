import type { ImportField, ImportState, RowResult } from '../../../../contract/register-imports.ts'
import { say, words } from '../say.ts'

export const importFieldWords = words<ImportField>()({
  name: ['姓名', 'Name'],
  village: ['村', 'Village'],
  group: ['组', 'Group'],
  door: ['门牌', 'Door'],
  head: ['户主', 'Head of household'],
  relation: ['与户主关系', 'Relation to the head'],
  phone: ['电话', 'Phone'],
  bornOn: ['出生日期', 'Born on'],
  away: ['外出地', 'Away at'],
  nickname: ['别名', 'Nickname'],
  note: ['备注', 'Note'],
})

export const rowResultWords = words<RowResult>()({
  new: ['新的', 'New'],
  changed: ['有补充', 'Filled in'],
  conflict: ['有不同', 'Differs'],
  same: ['一样', 'Same'],
  doubtful: ['可能重复', 'Maybe twice'],
  mistake: ['有错', 'Mistake'],
  skipped: ['没有写', 'Left out'],
})

export const importStateWords = words<ImportState>()({
  read: ['等选列', 'Columns to choose'],
  checking: ['正在比对', 'Being compared'],
  checked: ['试读完', 'Tried'],
  importing: ['正在导入', 'Being imported'],
  stopped: ['停下了', 'Held'],
  done: ['已导入', 'Imported'],
  undoing: ['正在撤销', 'Being undone'],
  undone: ['已撤销', 'Undone'],
})

export const importText = say({
  title: ['导入花名册', 'Import a roster'],
  link: ['导入', 'Import'],
  hint: [
    '传村里的花名册（.xlsx 或 .csv，最多 5 万行）。先看每一行会怎样，确认后才写进系统。空格子不会盖掉已有的内容。',
    'Upload a roster (.xlsx or .csv, up to 50,000 rows). You see what becomes of each row before anything is written. Empty cells take nothing away.',
  ],
  noIdentity: [
    '身份证号不收：表里有也不存，只用姓名、住处和电话。',
    'Identity card numbers are not taken: they are not kept even if the file has them.',
  ],
  choose: ['选文件', 'Choose a file'],
  reading: ['正在读文件，大的要半分钟左右', 'Reading; a large file takes half a minute'],
  tooLarge: ['文件最多 12 MB', 'At most 12 MB'],
  earlier: ['以前导入的', 'Earlier imports'],
  none: ['还没有导入过。', 'Nothing has been imported yet.'],
  rows: [(count: number) => `${count} 行`, (count: number) => `${count} rows`],
  columns: ['每一列是什么', 'What each column is'],
  columnsHint: [
    '认得的表头已经选好，请看一遍。不要的列选“不导入”；选过的下次会记住。',
    'Known headings are chosen; look them over. Your choice is remembered.',
  ],
  column: [(at: number) => `第 ${at} 列`, (at: number) => `Column ${at}`],
  notTaken: ['不导入', 'Not taken'],
  identity: ['身份证号，不收', 'Identity numbers, not taken'],
  fieldOf: [(heading: string) => `“${heading}”这一列是`, (heading: string) => `The column “${heading}” is`],
  wholeVillage: ['表里没写村的行，都是', 'Rows that name no village are of'],
  check: ['试读', 'Try'],
  checkAgain: ['重新试读', 'Try again'],
  checking: ['正在和系统里的居民比对', 'Comparing with the register'],
  all: ['全部', 'All'],
  willWrite: [
    (count: number) => `将写入 ${count} 行。有错、可能重复没选、一样的都不写。`,
    (count: number) => `${count} rows will be written.`,
  ],
  nothing: [
    '没有要写的行。有不同的、可能重复的，可以在下面选。',
    'There is nothing to write. Differing and doubtful rows can be decided below.',
  ],
  further: [
    (phones: number, relations: number) =>
      `另外记${[phones > 0 && ` ${phones} 个其他电话`, relations > 0 && ` ${relations} 条亲属关系`].filter(Boolean).join('、')}。`,
    (phones: number, relations: number) => ` Beside: ${phones} further telephones, ${relations} relations.`,
  ],
  start: [(count: number) => `导入 ${count} 行`, (count: number) => `Import ${count} rows`],
  goOn: ['接着导入', 'Go on'],
  stop: ['停下', 'Hold'],
  stopHint: [
    '停下以后，已写的留着，可以接着导入，也可以撤销。',
    'What is written stays; you can go on or undo.',
  ],
  undo: ['撤销这次导入', 'Undo this import'],
  undoSure: [
    '这次导入写的全部撤掉，补充过的恢复原样。有人改过或用过其中的居民，就一个也不撤。',
    'All of it is taken back, unless somebody of it was changed or used since.',
  ],
  progress: [
    (done: number, total: number) => `${done} / ${total} 行`,
    (done: number, total: number) => `${done} of ${total} rows`,
  ],
  speed: [
    (perSecond: number, left: string) => `每秒 ${perSecond} 行，还要 ${left}`,
    (perSecond: number, left: string) => `${perSecond} rows a second, ${left} left`,
  ],
  seconds: [(count: number) => `${count} 秒`, (count: number) => `${count} s`],
  minutes: [(count: number) => `${count} 分钟`, (count: number) => `${count} min`],
  done: ['导入完成', 'Imported'],
  doneCounts: [
    (fresh: number, changed: number, skipped: number) =>
      `新登记 ${fresh} 人，补充 ${changed} 人${skipped > 0 ? `，${skipped} 行没有写（试读以后被改过）` : ''}。`,
    (fresh: number, changed: number, skipped: number) =>
      `${fresh} people recorded, ${changed} filled in${skipped > 0 ? `, ${skipped} rows left out` : ''}.`,
  ],
  undone: ['已撤销，系统里和导入前一样。', 'Undone; the register is as before.'],
  undoing: ['正在撤销', 'Undoing'],
  report: ['下载逐行结果', 'Save the results'],
  row: [(row: number) => `第 ${row} 行`, (row: number) => `Row ${row}`],
  ours: ['系统里', 'Here'],
  theirs: ['表里', 'In the file'],
  keepOurs: ['留系统里的', 'Keep ours'],
  takeTheirs: ['用表里的', 'Take the file’s'],
  asNew: ['是另一个人，写入', 'Somebody else: write'],
  leave: ['不写', 'Leave out'],
  allTheirs: ['全部用表里的', 'All: take the file’s'],
  allOurs: ['全部留系统里的', 'All: keep ours'],
  allNew: ['全部当另一个人写入', 'All: somebody else'],
  allLeave: ['全部不写', 'All: leave out'],
  noRows: ['没有这样的行。', 'No such rows.'],
})
