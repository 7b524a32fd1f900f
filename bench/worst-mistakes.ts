import type { HeldOutRow } from '../server/domains/inbox/triage/held-out-rows.ts'
import type { Reading } from '../server/domains/inbox/triage/read-message.ts'

const most = 10

/** The ten worst mistakes: emergencies missed, then bells rung for nothing, then scenarios read wrongly and surely. */
export function tellMistakes(judged: (HeldOutRow & { reading: Reading })[]): string {
  const weigh = ({ emergency, scenario, reading }: HeldOutRow & { reading: Reading }) =>
    emergency && !reading.emergency
      ? 3
      : !emergency && reading.emergency
        ? 2
        : scenario !== reading.scenario
          ? reading.confidence
          : 0
  const worst = judged.filter((row) => weigh(row) > 0).sort((a, b) => weigh(b) - weigh(a))
  return [
    `The ${Math.min(most, worst.length)} worst of ${worst.length} mistakes:`,
    '',
    ...worst.slice(0, most).map((row) => {
      const what =
        weigh(row) === 3
          ? 'missed'
          : weigh(row) === 2
            ? 'rang for nothing'
            : `${row.scenario} read as ${row.reading.scenario}`
      return `- ${what}: ${row.text} — ${row.reading.reasons[0]?.because ?? ''}`
    }),
  ].join('\n')
}
