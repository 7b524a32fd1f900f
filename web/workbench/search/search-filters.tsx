import { Segmented, Select } from 'antd'
import { type SearchKind, searchKinds } from '../../../contract/vocabulary.ts'
import { searchKindWords, searchText } from '../../ui/text/workbench/search.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { type SearchValues, times } from './search-values.ts'

const all = 'all'

export function SearchFilters(props: {
  values: SearchValues
  onChange: (values: Partial<SearchValues>) => void
}) {
  const { values, onChange } = props
  return (
    <div className="search-filters">
      <Segmented
        className="search-kinds"
        value={values.kind ?? all}
        aria-label={searchText.kind}
        onChange={(kind) => onChange({ kind: kind === all ? undefined : (kind as SearchKind) })}
        options={[
          { value: all, label: searchText.allKinds },
          ...searchKinds.map((kind) => ({ value: kind, label: searchKindWords[kind] })),
        ]}
      />
      <div className="search-narrow">
        <VillageSelect
          value={values.villageId ?? null}
          onChange={(villageId) => onChange({ villageId })}
          withRetired
        />
        <Select
          value={values.time ?? null}
          onChange={(time: string | undefined) => onChange({ time })}
          placeholder={searchText.anyTime}
          aria-label={searchText.time}
          allowClear
          options={times.map((time) => {
            const days = Number(time)
            const label = days > 0 ? searchText.lastDays(days) : searchText.beforeDays(-days)
            return { value: time, label }
          })}
        />
      </div>
    </div>
  )
}
