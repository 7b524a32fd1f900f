import type { ImportField } from '../../../../contract/register-imports.ts'
import { isFormula } from '../../../platform/csv.ts'
import { mostPhones } from '../person/add-phone.ts'
import type { Cells } from './columns.ts'
import { readDay } from './read-day.ts'
import { type HomeContext, type ReadHome, readHome, tidyCell } from './read-home.ts'
import { readPhone } from './read-place.ts'

/** A row of the file, understood by itself; nothing of the register is asked yet. */
export type ReadRow = ReadHome & {
  phone: string
  /** What stands behind the first number in the same cell. */
  furtherPhones: string[]
  bornOn: string | null
  away: string
  nickname: string
  note: string
}

const longest: Partial<Record<ImportField, [string, number]>> = {
  name: ['姓名', 40],
  door: ['门牌', 100],
  group: ['组', 20],
  head: ['户主', 40],
  away: ['外出地', 60],
  nickname: ['别名', 40],
  note: ['备注', 500],
}
const oldest = '1900-01-01'

export type RowContext = HomeContext & { today: string }

/** Throws nothing: a row that can't be taken is a sentence. */
export function readRow(cells: Cells, context: RowContext): ReadRow | { fault: string } {
  const fault = (sentence: string) => ({ fault: sentence })
  const text = (field: ImportField) => tidyCell(cells[field])
  for (const [field, [title, most]] of Object.entries(longest) as [ImportField, [string, number]][]) {
    if (text(field).length > most) return fault(`“${title}”有 ${text(field).length} 个字，最多 ${most} 个。`)
    if (isFormula(text(field))) return fault(`“${title}”以 = + - @ 这类符号开头，像公式，请改写。`)
  }
  const home = readHome(cells, context)
  if ('fault' in home) return home
  const phone = readPhone(text('phone'))
  if ('fault' in phone) return phone
  if (phone.others.length > mostPhones)
    return fault(`电话里有 ${phone.others.length + 1} 个号码，最多 ${mostPhones + 1} 个，请去掉不用的。`)
  const bornOn = text('bornOn') === '' ? null : readDay(text('bornOn'))
  if (text('bornOn') !== '' && bornOn === null)
    return fault('出生日期看不懂，请写成 1980-3-5 这样，年月日要全。')
  if (bornOn && bornOn > context.today) return fault('出生日期在今天以后，请检查。')
  if (bornOn && bornOn < oldest) return fault('出生日期早于 1900 年，请检查。')
  return {
    ...{ ...home, phone: phone.phone, furtherPhones: phone.others, bornOn },
    ...{ away: text('away'), nickname: text('nickname'), note: text('note') },
  }
}
