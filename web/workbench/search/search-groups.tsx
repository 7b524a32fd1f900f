import { Button } from 'antd'
import type { SearchKind } from '../../../contract/vocabulary.ts'
import type { SearchGroup, SearchHit } from '../../api/search.ts'
import { searchKindWords, searchText } from '../../ui/text/workbench/search.ts'
import { HitRow } from './hit-row.tsx'

/** The name of a hit on the screen, by which the field says which one is chosen. */
export const hitId = ({ kind, key }: SearchHit) => `hit-${kind}-${key}`

/** The hits by kind; under each what else there is of it. */
export function SearchGroups(props: {
  groups: SearchGroup[]
  /** How many were found of each, of which the groups may be the first. */
  counts: Map<SearchKind, number>
  chosen: SearchHit | undefined
  onGo: () => void
  onKind: (kind: SearchKind) => void
  older: { ask: () => void; asking: boolean } | null
}) {
  const { groups, counts, chosen, onGo, onKind, older } = props
  return groups.map(({ kind, hits, more, near }) => {
    const count = counts.get(kind) ?? 0
    return (
      // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box
      <div key={kind} role="group" aria-label={searchKindWords[kind]}>
        <div className="search-kind">
          <h3>{searchKindWords[kind]}</h3>
          <span className="quiet">{more ? searchText.cut(count) : searchText.count(count)}</span>
        </div>
        {near && <p className="search-near">{searchText.near}</p>}
        {hits.map((hit) => (
          <HitRow key={hit.key} hit={hit} id={hitId(hit)} chosen={hit === chosen} onGo={onGo} />
        ))}
        {hits.length < count ? (
          <Button type="link" onClick={() => onKind(kind)}>
            {searchText.seeMore}
          </Button>
        ) : older ? (
          <Button type="link" loading={older.asking} onClick={older.ask}>
            {searchText.older}
          </Button>
        ) : (
          more && <p className="quiet search-more">{searchText.cutHint}</p>
        )}
      </div>
    )
  })
}
