import { Checkbox, Segmented, Select } from 'antd'
import { caseKinds } from '../../../contract/vocabulary.ts'
import { caseKindWords } from '../../ui/text/vocabulary.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { useMe } from '../officers/use-me.ts'
import { OfficerSelect } from '../ui/officer-select.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { VillageSelect } from '../ui/village-select.tsx'

const sorts = ['newest', 'oldest', 'due'] as const

export function CaseFilters() {
  const me = useMe()
  const { get, set } = useFilters()
  const assignee = get('assignee')
  return (
    <div className="filters">
      <Segmented
        value={get('status') ?? 'open'}
        onChange={(status) => set('status', status === 'open' ? undefined : status)}
        options={(['open', 'finished', 'all'] as const).map((value) => ({ value, label: caseText[value] }))}
      />
      <SearchField value={get('text')} hint={caseText.searchHint} onSearch={(text) => set('text', text)} />
      <Select
        allowClear
        placeholder={caseText.allKinds}
        aria-label={caseText.allKinds}
        value={get('kind')}
        onChange={(kind) => set('kind', kind)}
        options={caseKinds.map((value) => ({ value, label: caseKindWords[value] }))}
      />
      <VillageSelect
        value={get('village')}
        unknown="unknown"
        withRetired
        onChange={(village) => set('village', village)}
      />
      <OfficerSelect
        placeholder={caseText.assignee}
        nobody="nobody"
        value={assignee === 'me' ? me.officer.id : assignee}
        onChange={(officer) => set('assignee', officer)}
      />
      <Select
        aria-label={caseText.sort}
        value={get('sort') ?? 'newest'}
        onChange={(sort) => set('sort', sort)}
        options={sorts.map((value) => ({ value, label: caseText[value] }))}
      />
      <Checkbox
        checked={get('overdue') === 'yes'}
        onChange={(event) => set('overdue', event.target.checked ? 'yes' : undefined)}
      >
        {caseText.overdue}
      </Checkbox>
    </div>
  )
}
