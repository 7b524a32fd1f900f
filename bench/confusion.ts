import { type Scenario, scenarios } from '../contract/vocabulary.ts'

export type Judged = { scenario: Scenario; read: Scenario }

/** How often a message of one scenario (row) was read as another (column). */
export function confusionOf(rows: Judged[]): number[][] {
  return scenarios.map((truth) =>
    scenarios.map((read) => rows.filter((row) => row.scenario === truth && row.read === read).length),
  )
}

/** The mean over the scenarios that occur of 2·right ÷ (told + read). */
export function macroF1(rows: Judged[]): number {
  const matrix = confusionOf(rows)
  const shares = scenarios.flatMap((_, at) => {
    const told = matrix[at]!.reduce((sum, count) => sum + count, 0)
    const read = matrix.reduce((sum, line) => sum + line[at]!, 0)
    return told === 0 ? [] : [(2 * matrix[at]![at]!) / (told + read)]
  })
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

const heads: Record<Scenario, string> = {
  anti_fraud: '反诈',
  mediation: '调解',
  business: '业务',
  safety: '安全',
  public_information: '舆情',
  other_office: '他管',
}

/** The matrix as a table in Markdown: rows what it is, columns what was read. */
export function tellConfusion(rows: Judged[]): string {
  const matrix = confusionOf(rows)
  return [
    `| 实际 \\ 读作 | ${scenarios.map((scenario) => heads[scenario]).join(' | ')} |`,
    `| --- | ${scenarios.map(() => '--:').join(' | ')} |`,
    ...scenarios.map((truth, at) => `| ${heads[truth]} | ${matrix[at]!.join(' | ')} |`),
  ].join('\n')
}
