import type { ImportField } from '../../../../contract/register-imports.ts'
import { fromPlainText, isFormula } from '../../../platform/csv.ts'
import type { KnownVillage } from './known.ts'
import { readDay } from './read-day.ts'
import { readDoor, readGroup, readPhone, type villageFinder } from './read-place.ts'

export type Cells = Partial<Record<ImportField, string>>

/** A row of the file, understood by itself; nothing of the register is asked yet. */
export type ReadRow = {
  name: string
  village: KnownVillage
  group: string
  door: string
  headName: string
  isHead: boolean
  phone: string
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
const headWords = new Set(['户主', '本人', '户主本人', '本户', '户主本人(户主)'])
const oldest = '1900-01-01'

export type RowContext = {
  findVillage: ReturnType<typeof villageFinder>
  /** Of every row that names none. */
  villageOfFile: KnownVillage | null
  today: string
}

/** Throws nothing: a row that can't be taken is a sentence. */
export function readRow(cells: Cells, context: RowContext): ReadRow | { fault: string } {
  const fault = (sentence: string) => ({ fault: sentence })
  const text = (field: ImportField) => tidy(cells[field] ?? '')
  // 李  明 is written wide to look even; Latin letters need their blank.
  const name = text('name')
    .replace(/(?<![a-z])\s+/gi, '')
    .replace(/\s+/g, ' ')
  if (name === '') return fault('没有姓名。')
  for (const [field, [title, most]] of Object.entries(longest) as [ImportField, [string, number]][]) {
    if (text(field).length > most) return fault(`“${title}”有 ${text(field).length} 个字，最多 ${most} 个。`)
    if (isFormula(text(field))) return fault(`“${title}”以 = + - @ 这类符号开头，像公式，请改写。`)
  }
  if (/[\d<>{}]/.test(name)) return fault('姓名里有数字或符号，请检查是不是填错了列。')
  const village = text('village') === '' ? context.villageOfFile : context.findVillage(text('village'))
  if (!village)
    return fault(
      text('village') === '' ? '没有写村。' : `本所没有“${text('village')}”这个村，请写本所村的名称。`,
    )
  const place = readDoor(text('door'), [village.name, ...village.aliases])
  const group = readGroup(stripVillage(text('group'), village))
  if (group !== '' && place.group !== '' && group !== place.group)
    return fault(`组写的是${group}，门牌里写的是${place.group}，对不上。`)
  const relation = text('relation')
  const headName = text('head').replace(/\s+/g, '')
  if (place.door === '' && headName === '' && !headWords.has(relation))
    return fault('没有门牌，也没有户主，不知道是哪一户。')
  const phone = readPhone(text('phone'))
  if ('fault' in phone) return phone
  const bornOn = text('bornOn') === '' ? null : readDay(text('bornOn'))
  if (text('bornOn') !== '' && bornOn === null)
    return fault('出生日期看不懂，请写成 1980-3-5 这样，年月日要全。')
  if (bornOn && bornOn > context.today) return fault('出生日期在今天以后，请检查。')
  if (bornOn && bornOn < oldest) return fault('出生日期早于 1900 年，请检查。')
  const more = phone.others.map((number) => `另一电话 ${number}`)
  const note = [text('note'), ...more].filter(Boolean).join('；')
  if (note.length > 500) return fault('“备注”加上另外的电话超过 500 个字，请改短。')
  const isHead = headWords.has(relation) || (headName !== '' && headName === name)
  return {
    ...{ name, village, group: group || place.group, door: place.door },
    ...{ headName: isHead ? name : headName, isHead },
    ...{ phone: phone.phone, bornOn, away: text('away'), nickname: text('nickname'), note },
  }
}

const tidy = (cell: string) =>
  fromPlainText(
    cell
      .normalize('NFKC')
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff\ufffe\uffff]/g, '')
      .trim(),
  )

/** A column 村组 says both: 青泉社区3组. */
function stripVillage(group: string, village: KnownVillage): string {
  const name = [village.name, ...village.aliases].find((each) => group.startsWith(each))
  return name ? group.slice(name.length) : group
}
