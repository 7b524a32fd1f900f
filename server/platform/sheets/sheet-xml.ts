/** What is read of a workbook's own XML by hand: which sheets there are, and where formulas and merged cells stand. */

type FoundSheet = { name: string; path: string }

/** The first sheet that can be seen, its place among all (from 1), and the others. */
export function sheetsOf(files: Map<string, Buffer>) {
  const relations = new Map(
    [...textIn(files, 'xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(
      ([each]) => [attribute(each, 'Id'), pathOf(attribute(each, 'Target'))],
    ),
  )
  const all = [...textIn(files, 'xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([each]) => ({
    name: attribute(each, 'name'),
    path: relations.get(attribute(each, '(?:\\w+:)?id')) ?? '',
    hidden: /\bstate="(hidden|veryHidden)"/.test(each),
  }))
  const chosen: FoundSheet | undefined = all.find(({ hidden }) => !hidden)
  return {
    chosen,
    place: all.findIndex(({ hidden }) => !hidden) + 1,
    others: all.filter((sheet) => !sheet.hidden && sheet !== chosen).map(({ name }) => name),
    hidden: all.filter((sheet) => sheet.hidden).length,
  }
}

const attribute = (tag: string, name: string): string =>
  plainOf(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plainOf = (text: string) => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => signs[name]!)

const pathOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)
const textIn = (files: Map<string, Buffer>, name: string) => files.get(name)?.toString('utf8') ?? ''

export function rowsOfFormulas(xml: string): number[] {
  const found = new Set<number>()
  for (const [, row, inside] of xml.matchAll(
    /<(?:\w+:)?c\s[^>]*\br="[A-Z]+(\d+)"[^>]*>(.*?)<\/(?:\w+:)?c>/gs,
  ))
    if (/<(?:\w+:)?f[\s/>]/.test(inside!)) found.add(Number(row))
  return [...found]
}

const merge = /<(?:\w+:)?mergeCell\s[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g

export function rowsOfMerges(xml: string): number[] {
  const found = new Set<number>()
  for (const [, , from, , to] of xml.matchAll(merge))
    for (let row = Number(from); row <= Math.min(Number(to), Number(from) + 100); row += 1) found.add(row)
  return [...found].slice(0, 1000)
}

/** A roster merges the door over all who live behind it. Nothing wider than the rows that are there is filled. */
const mostFilled = 500_000

/** Gives every cell of a merged one its words; returns the numbers of the rows that begin one. */
export function fillMerges(xml: string, rows: string[][]): number[] {
  const begun: number[] = []
  let left = mostFilled
  for (const [, fromColumn, fromRow, toColumn, toRow] of xml.matchAll(merge)) {
    const [first, top] = [columnOf(fromColumn!), Number(fromRow) - 1]
    const words = rows[top]?.[first]
    if (words === undefined) continue
    begun.push(top + 1)
    for (let row = top; row <= Math.min(Number(toRow) - 1, rows.length - 1); row += 1)
      for (let column = first; column <= Math.min(columnOf(toColumn!), rows[row]!.length - 1); column += 1) {
        if (--left < 0) return begun
        rows[row]![column] = words
      }
  }
  return begun
}

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
