type Cell = string | number | null

/**
 * A cell that starts like a formula would be run by a spreadsheet; an apostrophe in front makes it text. Full-width
 * signs count too, and whatever blank stands before them, since some spreadsheets trim it.
 */
const formula = /^[\s\u00a0\u200b\u3000\ufeff]*[=+\-@|%＝＋－＠]|^[\t\r\n]/

/** Whether a spreadsheet might run a text. */
export function isFormula(text: string): boolean {
  return formula.test(text)
}

/** A text that no spreadsheet runs; fromPlainText gives it back. */
export function asPlainText(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

export function fromPlainText(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text
}

export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  return `"${asPlainText(cell).replaceAll('"', '""')}"`
}

/** Lines of a CSV file (RFC 4180) with the mark by which spreadsheets know it is UTF-8. */
export function toCsv(lines: Cell[][]): string {
  return `\ufeff${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`
}
