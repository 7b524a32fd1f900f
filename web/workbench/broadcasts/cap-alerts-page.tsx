import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { Link } from 'react-router'
import { type CapLine, listAlerts } from '../../api/cap.ts'
import { broadcastText } from '../../ui/text/workbench/broadcasts.ts'
import {
  capText,
  messageTypeWords,
  severityWords,
  standingWords,
  statusWords,
  wayWords,
} from '../../ui/text/workbench/cap.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { CapDoorCard } from './cap-door-card.tsx'
import { CapTakeCard } from './cap-take-card.tsx'
import { standingTone } from './cap-tones.ts'
import './broadcasts.css'
import './cap.css'

/** The public warnings of others that came in, and the door through which they come. */
export function CapAlertsPage() {
  const may = useMay()
  const { get, set } = useFilters()
  const inForce = get('show') === 'in-force'
  const query = useInfiniteQuery({
    queryKey: ['cap-alerts', inForce],
    queryFn: ({ pageParam, signal }) =>
      listAlerts({ ...(inForce ? { inForce } : {}), after: pageParam, limit: 30 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <Page
      title={capText.title}
      above={<Link to="/broadcasts">← {broadcastText.title}</Link>}
      actions={
        <Link to="/broadcasts/alerts/grades">
          <Button tabIndex={-1}>{capText.grades}</Button>
        </Link>
      }
    >
      {may('broadcasts.write') && <CapTakeCard />}
      <div className="filters">
        <Checkbox
          checked={inForce}
          onChange={(event) => set('show', event.target.checked ? 'in-force' : null)}
        >
          {capText.onlyInForce}
        </Checkbox>
      </div>
      <Loaded
        query={query}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={capText.empty}
      >
        {({ pages }) => (
          <ul className="plain-list card flush">
            {pages
              .flatMap(({ items }) => items)
              .map((line) => (
                <Row key={line.id} line={line} />
              ))}
          </ul>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {commonText.loadMore}
        </Button>
      )}
      {may('station.configure') && <CapDoorCard />}
    </Page>
  )
}

function Row({ line }: { line: CapLine }) {
  return (
    <li>
      <Link to={`/broadcasts/alerts/${line.id}`} className="list-row">
        <div className="spread">
          <b>{line.headline}</b>
          <DotTag tone={standingTone[line.standing]}>
            {line.standing === 'not_real' ? statusWords[line.status] : standingWords[line.standing]}
          </DotTag>
        </div>
        <div className="quiet">
          {line.senderName} · {capText.sentAt} {momentText(line.sentAt)} ·{' '}
          {line.expiresAt ? `${capText.expires} ${momentText(line.expiresAt)}` : capText.noEnd}
        </div>
        <div className="button-row">
          {line.msgType !== 'Alert' && <DotTag tone="amber">{messageTypeWords[line.msgType]}</DotTag>}
          {line.severity && line.severity !== 'Unknown' && (
            <DotTag tone={line.severity === 'Extreme' || line.severity === 'Severe' ? 'red' : 'blue'}>
              {severityWords[line.severity]}
            </DotTag>
          )}
          <span className="quiet">{wayWords[line.how]}</span>
        </div>
      </Link>
    </li>
  )
}
