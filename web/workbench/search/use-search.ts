import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type SearchGroup, searchEverything } from '../../api/search.ts'
import { useDebounced } from '../ui/use-debounced.ts'
import { queryOf, type SearchValues } from './search-values.ts'

const stillMs = 150

/** What is found while one types. Messages of one kind alone go on to older ones. */
export function useSearch(values: SearchValues) {
  const asked = useDebounced(JSON.stringify(queryOf(values)), stillMs)
  const query = JSON.parse(asked) as ReturnType<typeof queryOf>
  const found = useInfiniteQuery({
    queryKey: ['search', query],
    queryFn: ({ signal, pageParam }) =>
      searchEverything(pageParam ? { ...query, cursor: pageParam } : query, signal),
    initialPageParam: '',
    getNextPageParam: (last) => (query.kinds === 'message' ? last.groups[0]?.next : null),
    enabled: query.text !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  })
  const settled = asked === JSON.stringify(queryOf(values))
  return {
    ...found,
    groups: query.text === '' ? [] : joinPages(found.data?.pages.map(({ groups }) => groups) ?? []),
    /** What is shown is what was typed. */
    settled: settled && !found.isPlaceholderData,
    asked: query.text,
  }
}

function joinPages([first = [], ...older]: SearchGroup[][]): SearchGroup[] {
  return first.map((group) => ({
    ...group,
    hits: [...group.hits, ...older.flat().flatMap(({ hits }) => hits)],
    more: (older.at(-1)?.[0] ?? group).more,
  }))
}
