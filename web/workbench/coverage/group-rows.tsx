import { useQuery } from '@tanstack/react-query'
import { type CoverageVillage, readCoverageGroups } from '../../api/coverage.ts'
import { coverageText } from '../../ui/text/workbench/coverage.ts'
import { Loaded } from '../ui/loaded.tsx'
import { CountCells } from './count-cells.tsx'
import type { HouseholdsAsked } from './households-drawer.tsx'

/** The groups of a village as rows under it. */
export function GroupRows(props: {
  village: CoverageVillage
  day: string | undefined
  onOpen: (asked: HouseholdsAsked) => void
}) {
  const { village, day, onOpen } = props
  const { villageId } = village
  const query = useQuery({
    queryKey: ['coverage-groups', villageId, day],
    queryFn: () => readCoverageGroups(villageId, day),
    staleTime: 60_000,
  })
  if (!query.data || query.data.items.length === 0)
    return (
      <tr className="group-row">
        <td colSpan={9}>
          <Loaded query={query} rows={2}>
            {() => <span className="quiet">{coverageText.emptyRows}</span>}
          </Loaded>
        </td>
      </tr>
    )
  return query.data.items.map((counts) => {
    const name = counts.group || coverageText.noGroup
    return (
      <tr key={counts.group} className="group-row">
        <td className="main-cell">{name}</td>
        <CountCells
          counts={counts}
          onOpen={(reach, title) =>
            onOpen({
              day,
              reach,
              villageId,
              group: counts.group || 'none',
              title: `${village.name} ${name} · ${title}`,
            })
          }
        />
      </tr>
    )
  })
}
