import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type EventName, eventNames } from '../../../contract/event-names.ts'
import { listAuditEvents } from '../../api/audit.ts'
import { eventWords, subjectText } from '../../ui/text/workbench/audit.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { momentText } from '../../ui/time.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { OfficerSelect } from '../ui/officer-select.tsx'
import { useFilters } from '../ui/use-filters.ts'
import './settings.css'

/** Who did what to which row, newest first. Looking here is itself written down. */
export function AuditSection() {
  const { get, set } = useFilters()
  const filters = { officerId: get('officer'), name: get('event') as EventName | undefined, day: get('day') }
  const query = useInfiniteQuery({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam }) => listAuditEvents({ ...filters, after: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <>
      <div className="filters">
        <OfficerSelect
          value={get('officer')}
          placeholder={settingsText.who}
          onChange={(officer) => set('officer', officer)}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={settingsText.eventName}
          aria-label={settingsText.eventName}
          value={get('event')}
          onChange={(event) => set('event', event)}
          options={eventNames.map((value) => ({ value, label: eventWords[value] }))}
        />
        <Input
          type="date"
          aria-label={settingsText.day}
          value={get('day') ?? ''}
          onChange={(event) => set('day', event.target.value)}
        />
      </div>
      <Loaded
        query={query}
        rows={10}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={settingsText.noEvents}
      >
        {({ pages }) => (
          <div className="card flush">
            <table className="list-table events">
              <thead>
                <tr>
                  <th>{commonText.time}</th>
                  <th>{settingsText.who}</th>
                  <th>{settingsText.eventName}</th>
                  <th>{settingsText.subject}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {pages
                  .flatMap(({ items }) => items)
                  .map((event) => (
                    <tr key={event.id}>
                      <td className="numbers">{momentText(event.at)}</td>
                      <td>
                        {event.officerName ??
                          (event.actorKind === 'resident' ? settingsText.byResident : settingsText.bySystem)}
                      </td>
                      <td>{eventWords[event.name]}</td>
                      <td className="quiet">
                        {subjectText(event.subjectKind)} {event.subjectId.slice(-8)}
                      </td>
                      <td>
                        {event.position === null ? (
                          <span className="quiet">{settingsText.notSealed}</span>
                        ) : (
                          <DotTag tone="green">{settingsText.sealed(event.position)}</DotTag>
                        )}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {commonText.loadMore}
        </Button>
      )}
    </>
  )
}
