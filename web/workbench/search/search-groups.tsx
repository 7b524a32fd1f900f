import { Button } from 'antd'
import { Link } from 'react-router'
import type { SearchGroup, SearchHit } from '../../api/search.ts'
import { searchKindWords, searchText } from '../../ui/text/workbench/search.ts'
import { HitRow } from './hit-row.tsx'
import { type SearchValues, searchPath } from './search-values.ts'

/** The name of a hit on the screen, by which the field says which one is chosen. */
export const hitId = ({ kind, key }: SearchHit) => `hit-${kind}-${key}`

/** The hits by kind; under each what else there is of it. */
export function SearchGroups(props: {
  groups: SearchGroup[]
  values: SearchValues
  chosen: SearchHit | undefined
  onGo: () => void
  older: { ask: () => void; asking: boolean } | null
}) {
  const { groups, values, chosen, onGo, older } = props
  return groups.map((group) => (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box
    <div key={group.kind} role="group" aria-label={searchKindWords[group.kind]}>
      <div className="search-kind">
        <h3>{searchKindWords[group.kind]}</h3>
        {group.more && <span className="quiet">{searchText.cut(group.hits.length)}</span>}
      </div>
      {group.near && <p className="search-near">{searchText.near}</p>}
      {group.hits.map((hit) => (
        <HitRow key={hit.key} hit={hit} id={hitId(hit)} chosen={hit === chosen} onGo={onGo} />
      ))}
      {group.more &&
        (group.kind !== 'message' ? (
          <p className="quiet search-more">{searchText.cutHint}</p>
        ) : older ? (
          <Button type="link" loading={older.asking} onClick={older.ask}>
            {searchText.older}
          </Button>
        ) : (
          <Link className="search-more" to={searchPath({ ...values, kind: 'message' })} onClick={onGo}>
            {searchText.seeMore}
          </Link>
        ))}
    </div>
  ))
}
