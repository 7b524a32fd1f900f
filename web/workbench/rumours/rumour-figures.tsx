import { useQuery } from '@tanstack/react-query'
import { readRumourFigures } from '../../api/rumours.ts'
import { rumourText } from '../../ui/text/workbench/rumours.ts'
import { useNow } from '../../ui/use-now.ts'
import { minutesSince, spanText } from './span-text.ts'

export const figuresQuery = { queryKey: ['rumours', 'figures'], queryFn: readRumourFigures }

/** Who waits for the desk, and how quick it is. */
export function RumourFigures() {
  const { data } = useQuery(figuresQuery)
  const now = useNow(60_000)
  if (!data) return null
  const figures = [
    { name: rumourText.openCount, value: String(data.open), note: '' },
    { name: rumourText.due, value: String(data.due), note: '', bad: data.due > 0 },
    { name: rumourText.toApprove, value: String(data.toApprove), note: '' },
    {
      name: rumourText.groupsWaiting,
      value: String(data.groupsWaiting),
      note: data.oldestAskedAt
        ? rumourText.sinceFirst(spanText(minutesSince(data.oldestAskedAt, now)))
        : data.groupsBehind > 0
          ? rumourText.behind(data.groupsBehind)
          : '',
    },
    {
      name: rumourText.firstReply,
      value: data.firstReplyMinutes === null ? rumourText.none : spanText(data.firstReplyMinutes),
      note: rumourText.firstReplyHint(data.firstReplies),
    },
  ]
  return (
    <dl className="rumour-figures">
      {figures.map(({ name, value, note, bad }) => (
        <div key={name} className={bad ? 'bad' : ''}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {note && <dd className="quiet">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
