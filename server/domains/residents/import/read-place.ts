import type { KnownVillage } from './known.ts'
import { readChineseNumber } from './read-day.ts'

const tidy = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

/** 三组, 第3村民小组, 3队, 3 → 3组; what has a name keeps it. */
export function readGroup(text: string): string {
  const plain = tidy(text)
  const found = /^第?(\d{1,3}|[一二三四五六七八九十]{1,3})(?:村民小组|村民组|小组|组|队)?$/.exec(plain)
  if (!found) return plain
  const number = /^\d/.test(found[1]!) ? Number(found[1]) : readChineseNumber(found[1]!)
  return number === null ? plain : `${number}组`
}

/** A door taken apart: the village's name in front falls away, a group in front is told by itself. */
export function readDoor(text: string, villageNames: readonly string[]): { group: string; door: string } {
  let plain = tidy(text)
  for (const name of villageNames) {
    const at = plain.indexOf(name)
    // What stands before a village is the town and the county.
    if (name !== '' && at >= 0 && at <= 20) {
      plain = plain.slice(at + name.length).replace(/^(村|社区|村委会|居委会)/, '')
      break
    }
  }
  const found = /^第?(\d{1,3}|[一二三四五六七八九十]{1,3})(村民小组|村民组|小组|组|队)/.exec(plain)
  const rest = found ? plain.slice(found[0].length) : plain
  return { group: found ? readGroup(found[0]) : '', door: readNumber(rest) }
}

function readNumber(door: string): string {
  const found = /^(?:门牌)?第?(\d{1,5}|[一二三四五六七八九十]{1,3})(?:号|户)?$/.exec(door)
  if (!found) return door
  const number = /^\d/.test(found[1]!) ? Number(found[1]) : readChineseNumber(found[1]!)
  return number === null ? door : `${number}号`
}

export type ReadPhone = { phone: string; others: string[] } | { fault: string }

/** Digits of a telephone; what stands behind it in the same cell is told too. */
export function readPhone(text: string): ReadPhone {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return { phone: '', others: [] }
  if (/^\d(\.\d+)?e\+?\d+$/i.test(plain))
    return { fault: '电话被表格软件改成了科学计数，请把那一列设为文本，重新填号码。' }
  const parts = plain.split(/[/、,;，；\n]|\s{2,}/).map(plainNumber)
  const numbers = [...new Set(parts.filter((part) => part !== ''))]
  if (numbers.some((number) => !/^\+?\d{5,15}$/.test(number)))
    return { fault: '电话里有认不出的字，请只写号码。' }
  return { phone: numbers[0] ?? '', others: numbers.slice(1) }
}

/** A number as numbers are compared: without blanks and dashes, a mobile one without the country. */
export function plainNumber(phone: string): string {
  return phone.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')
}

/** A village by the name people write, with or without 村 and 社区 behind it. */
export function villageFinder(villages: readonly KnownVillage[]) {
  const bare = (name: string) => tidy(name).replace(/(村民委员会|居民委员会|村委会|居委会|社区|村)$/, '')
  const whole = new Map(
    villages.flatMap((village) =>
      [village.name, ...village.aliases].map((name) => [tidy(name), village] as const),
    ),
  )
  const short = new Map<string, KnownVillage | null>()
  // A short name that fits two villages fits none.
  for (const village of villages)
    for (const name of new Set([village.name, ...village.aliases].map(bare)))
      short.set(name, short.has(name) ? null : village)
  return (name: string) => whole.get(tidy(name)) ?? short.get(bare(name)) ?? null
}
