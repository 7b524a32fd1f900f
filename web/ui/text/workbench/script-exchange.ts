import type { ImportResult } from '../../../../contract/script-exchange.ts'
import { say, words } from '../say.ts'

export const importResultWords = words<ImportResult>()({
  new: ['新的', 'New'],
  changed: ['有改动', 'Changed'],
  same: ['一样', 'Same'],
  refused: ['不能导入', 'Refused'],
})

export const exchangeText = say({
  title: ['话术导入导出', 'Import and export of scripts'],
  export: ['导出', 'Export'],
  exportHint: [
    '导出全部话术（停用的除外）。改好可以再导入。',
    'All scripts but withdrawn ones. What you change can be imported again.',
  ],
  exportXlsx: ['导出表格（XLSX）', 'Export XLSX'],
  exportJson: ['导出 JSON', 'Export JSON'],
  import: ['导入', 'Import'],
  importHint: [
    '先试读，看每一行会怎样，这一步什么都不写。确认后才导入：新的和有改动的成为草稿，等另一位同事批准。有一行不能导入，就一条也不写。',
    'First a trial: you see what becomes of each row and nothing is written. Then it is imported as drafts for a colleague to approve, all or nothing.',
  ],
  choose: ['选文件（.xlsx 或 .json）', 'Choose a file (.xlsx or .json)'],
  tooLarge: ['文件最多 4 MB', 'At most 4 MB'],
  wrongKind: ['请选 .xlsx 或 .json 文件', 'Choose an .xlsx or .json file'],
  apply: [
    (count: number) => `导入 ${count} 条，送审`,
    (count: number) => `Import ${count} and send for review`,
  ],
  nothing: ['没有新的，也没有改动，不用导入。', 'Nothing is new or changed.'],
  fix: [
    (count: number) => `有 ${count} 行不能导入。请在文件里改好，再选一次。`,
    (count: number) => `${count} rows are refused. Mend them in the file and choose it again.`,
  ],
  done: ['已导入，等同事批准', 'Imported; a colleague must approve them'],
  toReview: ['去审核', 'To the review'],
  otherSheets: [
    (names: string[]) => `只读了第一张表，没有读：${names.join('、')}。要导入的请分别存成文件再选。`,
    (names: string[]) =>
      `Only the first sheet was read, not: ${names.join(', ')}. Save each as a file of its own.`,
  ],
  row: [(number: number) => `第 ${number} 行`, (number: number) => `Row ${number}`],
})
