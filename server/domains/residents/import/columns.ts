import type { ImportField } from '../../../../contract/register-imports.ts'

/** A row of the file by what its columns are. */
export type Cells = Partial<Record<ImportField, string>>

/** What stations write above a column; the first is the name of the field on the screen. */
export const fieldHeadings: Record<ImportField, string[]> = {
  name: ['姓名', '名字', '人员姓名', '成员姓名', '家庭成员', '居民姓名', '村民姓名', '家庭成员姓名'],
  village: [
    '村',
    '村名',
    '村居',
    '社区',
    '所在村',
    '村社区',
    '行政村',
    '村委会',
    '所属村',
    '村居名称',
    '村组名称',
  ],
  group: ['组', '组别', '村民小组', '小组', '组名', '所在组', '组号', '村组'],
  door: [
    '门牌',
    '门牌号',
    '住址',
    '地址',
    '家庭住址',
    '现住址',
    '户籍地址',
    '详细地址',
    '房号',
    '家庭地址',
    '居住地址',
    '门牌号码',
  ],
  head: ['户主', '户主姓名', '户主名字', '所属户主'],
  relation: ['与户主关系', '和户主关系', '关系', '户主关系', '家庭关系'],
  phone: ['电话', '手机', '手机号', '手机号码', '联系电话', '电话号码', '联系方式', '联系手机', '本人电话'],
  bornOn: ['出生日期', '出生年月日', '生日', '出生', '出生年月', '出生时间'],
  away: [
    '外出地',
    '务工地',
    '外出地址',
    '外出务工地',
    '外出地点',
    '务工地点',
    '打工地',
    '外出去向',
    '流向',
    '外出务工地点',
  ],
  nickname: ['小名', '别名', '曾用名', '外号', '绰号', '俗名'],
  note: ['备注', '说明', '备考', '其他', '情况说明'],
}

const identityHeadings = /身份证|公民身份|证件号|身份号码|居民证号|社保卡号|社会保障号/

const tidyHeading = (heading: string) =>
  heading
    .normalize('NFKC')
    .replace(/[([【〔].*?[)\]】〕]/g, '')
    .replace(/[\s*:,、/_-]/g, '')

const known = new Map(
  Object.entries(fieldHeadings).flatMap(([field, headings]) =>
    headings.map((heading) => [heading, field as ImportField] as const),
  ),
)

/** The field a heading means; null when it is not known. */
export function fieldOfHeading(heading: string): ImportField | null {
  return known.get(tidyHeading(heading)) ?? null
}

export function isIdentityHeading(heading: string): boolean {
  return identityHeadings.test(tidyHeading(heading))
}

/** A citizen's number: 17 digits and a check sign, or 15 of the old kind with a plausible month and day. */
const identityNumber =
  /(?<!\d)(?:[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]|[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?!\d)/g

/** The text without citizens' numbers, and whether there were some. */
export function withoutIdentity(text: string): { text: string; found: boolean } {
  if (text.length < 15) return { text, found: false }
  const plain = text.normalize('NFKC')
  const rest = plain.replace(identityNumber, '')
  return rest === plain ? { text, found: false } : { text: rest.trim(), found: true }
}

export type Matched = { headRow: number; fields: (ImportField | null)[]; identity: number[] }

/**
 * Finds the row of the headings (above it stand titles) and what each column is: by its heading, or as somebody chose
 * for the same heading before. The same field twice counts once, the first.
 */
export function matchColumns(rows: string[][], chosenBefore: ReadonlyMap<string, string>): Matched {
  const meant = (heading: string): ImportField | null => {
    const before = chosenBefore.get(tidyHeading(heading))
    if (before !== undefined) return before === '' ? null : (before as ImportField)
    return fieldOfHeading(heading)
  }
  const scores = rows.slice(0, 10).map((row) => new Set(row.map(meant).filter(Boolean)).size)
  const best = Math.max(0, ...scores)
  const firstFilled = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''))
  const headRow = best > 0 ? scores.indexOf(best) : Math.max(0, firstFilled)
  const heads = rows[headRow] ?? []
  const seen = new Set<ImportField>()
  const identity = heads.flatMap((heading, at) => (isIdentityHeading(heading) ? [at] : []))
  const fields = heads.map((heading, at) => {
    const field = identity.includes(at) ? null : meant(heading)
    if (!field || seen.has(field)) return null
    seen.add(field)
    return field
  })
  return { headRow, fields, identity }
}

/** A heading as it is remembered. */
export const headingKey = tidyHeading
