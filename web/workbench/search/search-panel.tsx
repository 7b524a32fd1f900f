import { LoadingOutlined, SearchOutlined } from '@ant-design/icons'
import { Empty, Skeleton } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { SearchGroup } from '../../api/search.ts'
import { searchText } from '../../ui/text/workbench/search.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { FindField } from '../ui/find-field.tsx'
import { LoadFailure } from '../ui/load-failure.tsx'
import { placeOf } from './hit-row.tsx'
import { keepSearch } from './recent-searches.ts'
import './search.css'
import { SearchFilters } from './search-filters.tsx'
import { hitId, SearchGroups } from './search-groups.tsx'
import { SearchStart } from './search-start.tsx'
import type { SearchValues } from './search-values.ts'
import { useSearch } from './use-search.ts'

/** Of each kind that many, where all are shown: nobody scrolls past twenty messages to find a case. */
const shownOfEach = 5

function firstOf(group: SearchGroup): SearchGroup {
  return { ...group, hits: group.hits.slice(0, shownOfEach) }
}

/** One field over everything, what narrows it, and what is found: worked with the keyboard alone, or with a thumb. */
export function SearchPanel(props: {
  values: SearchValues
  onChange: (values: Partial<SearchValues>) => void
  /** Something was opened. */
  onGone?: () => void
}) {
  const { values, onChange, onGone } = props
  const phone = usePhone()
  const navigate = useNavigate()
  const search = useSearch(values)
  const { settled, asked } = search
  const groups = values.kind ? search.groups : search.groups.map(firstOf)
  const flat = groups.flatMap(({ hits }) => hits)
  const [at, setAt] = useState({ of: '', place: 0 })
  const question = JSON.stringify(values)
  const place = at.of === question ? Math.min(at.place, Math.max(0, flat.length - 1)) : 0
  const choose = (next: number) =>
    setAt({ of: question, place: Math.max(0, Math.min(next, flat.length - 1)) })
  const chosen = flat[place]
  const gone = () => {
    keepSearch(values.text)
    onGone?.()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !chosen) return
    if (event.key === 'ArrowDown') choose(place + 1)
    else if (event.key === 'ArrowUp') choose(place - 1)
    else if (event.key === 'Enter' && settled) {
      navigate(placeOf(chosen))
      gone()
    } else if (event.key === 'Tab') {
      // From kind to kind; behind the last one, on to what comes next on the page.
      const kind = groups.findIndex(({ hits }) => hits.includes(chosen)) + (event.shiftKey ? -1 : 1)
      const next = groups[kind]?.hits[0]
      if (!next) return
      choose(flat.indexOf(next))
    } else return
    event.preventDefault()
  }
  const typed = values.text.trim() !== ''
  const waiting = typed && !search.data && !search.error
  return (
    <div className="search-panel">
      <FindField
        size="large"
        autoFocus
        icon={typed && search.isFetching ? <LoadingOutlined /> : <SearchOutlined />}
        hint={searchText.hint}
        name={searchText.title}
        value={values.text}
        onChange={(text) => onChange({ text })}
        onKeyDown={onKeyDown}
        list={{ id: 'search-hits', chosen: chosen && typed ? hitId(chosen) : undefined }}
      />
      <SearchFilters values={values} onChange={onChange} />
      <p className="only-heard" role="status">
        {!typed ? '' : !settled ? searchText.looking : flat.length > 0 ? searchText.found(flat.length) : ''}
      </p>
      {!typed && <SearchStart onChoose={(text) => onChange({ text })} />}
      {waiting && (
        <div className="pad" aria-busy="true">
          <Skeleton active title={false} paragraph={{ rows: 6 }} />
        </div>
      )}
      {typed && search.error && <LoadFailure error={search.error} onRetry={() => void search.refetch()} />}
      {typed && settled && search.data && !search.error && flat.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            <>
              <p>{searchText.none(asked)}</p>
              <p className="quiet">{searchText.noneHint}</p>
            </>
          }
        />
      )}
      {typed && !search.error && (
        <div
          id="search-hits"
          role="listbox"
          aria-label={searchText.title}
          className={settled ? 'search-hits' : 'search-hits old'}
        >
          <SearchGroups
            groups={groups}
            counts={new Map(search.groups.map(({ kind, hits }) => [kind, hits.length]))}
            chosen={chosen}
            onGo={gone}
            onKind={(kind) => onChange({ kind })}
            older={
              search.hasNextPage
                ? { ask: () => void search.fetchNextPage(), asking: search.isFetchingNextPage }
                : null
            }
          />
        </div>
      )}
      {!phone && flat.length > 0 && <p className="quiet search-keys">{searchText.keys}</p>}
    </div>
  )
}
