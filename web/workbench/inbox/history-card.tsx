import type { Conversation } from '../../api/inbox.ts'
import { settlementWords, toldWords, verdictWords } from '../../ui/text/vocabulary.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'

type Line = { at: string; words: string; more?: string }

/** Who handed it to whom, who corrected the reading, how it was closed and what the resident said of it. */
export function HistoryCard({ data }: { data: Conversation }) {
  const lines: Line[] = [
    ...data.assignments.map(({ assignedAt, officer, by, reason }) => ({
      at: assignedAt,
      words: officer
        ? inboxText.handedTo(officer, by ?? inboxText.system)
        : inboxText.unassignedBy(by ?? inboxText.system),
      more: reason,
    })),
    ...data.corrections.map(({ correctedAt, officer }) => ({
      at: correctedAt,
      words: inboxText.correctedBy(officer),
    })),
    ...data.closures.flatMap(
      ({ closedAt, officer, settlement, outcome, outcomeToldBy, reopenedAt, rating }) => [
        {
          at: closedAt,
          words: `${officer.name}：${inboxText.closed} · ${settlementWords[settlement]}${outcomeToldBy ? ` · ${toldWords[outcomeToldBy]}` : ''}`,
          more: outcome,
        },
        ...(reopenedAt ? [{ at: reopenedAt, words: inboxText.reopened }] : []),
        ...(rating
          ? [
              {
                at: rating.ratedAt,
                words: `${inboxText.residentSaid}：${verdictWords[rating.verdict]}`,
                more: rating.words,
              },
            ]
          : []),
      ],
    ),
  ].toSorted((a, b) => a.at.localeCompare(b.at))
  if (lines.length === 0) return null
  return (
    <Card title={inboxText.history}>
      <ul className="plain-list history">
        {lines.map((line) => (
          <li key={`${line.at} ${line.words}`}>
            <time className="quiet">{momentText(line.at)}</time> {line.words}
            {line.more && <p className="pre-line">{line.more}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
