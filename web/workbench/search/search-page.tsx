import { searchKinds } from '../../../contract/vocabulary.ts'
import { searchText } from '../../ui/text/workbench/search.ts'
import { Page } from '../ui/page.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { SearchPanel } from './search-panel.tsx'
import { times } from './search-values.ts'

/** The same as a page, whose address says what is looked for. */
export function SearchPage() {
  const filters = useFilters()
  const text = filters.get('text') ?? ''
  const kind = searchKinds.find((each) => each === filters.get('kind'))
  const time = times.find((each) => each === filters.get('time'))
  return (
    <Page title={searchText.title} tabTitle={text ? `${text} · ${searchText.title}` : searchText.title}>
      <section className="card search-card">
        <SearchPanel
          values={{ text, kind, time, villageId: filters.get('villageId') }}
          onChange={(values) => filters.setAll(values)}
        />
      </section>
    </Page>
  )
}
