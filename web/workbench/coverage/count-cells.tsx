import type { HouseholdReach } from '../../../contract/vocabulary.ts'
import type { HouseholdCounts } from '../../api/coverage.ts'
import { coverageText, reachWords } from '../../ui/text/workbench/coverage.ts'
import { countText, shareOf, shareText, smallNumber } from './counts-text.ts'
import { shownReaches } from './shown-reaches.ts'

/** The numbers of a village or group as cells; each opens what it counts. */
export function CountCells(props: {
  counts: HouseholdCounts
  onOpen: (reach: HouseholdReach | undefined, title: string) => void
}) {
  const { counts, onOpen } = props
  const share = shareOf(counts)
  const number = (count: number, reach: HouseholdReach | undefined, title: string) =>
    count === 0 ? (
      <span className="quiet">0</span>
    ) : (
      <button type="button" className="text-button" onClick={() => onOpen(reach, title)} title={title}>
        {countText(count)}
      </button>
    )
  return (
    <>
      <td className="numbers" data-label={coverageText.households}>
        {number(counts.resident, undefined, coverageText.households)}
      </td>
      <td className="numbers share-cell" data-label={coverageText.share}>
        <svg className="share-bar" width="90" height="10" aria-hidden="true">
          <rect className="share-ground" width="90" height="10" rx="3" />
          <rect className="share-high" width={90 * (shareOf(counts, true) ?? 0)} height="10" rx="3" />
          <rect className="share-low" width={90 * (share ?? 0)} height="10" rx="3" />
        </svg>{' '}
        {shareText(share)}
        {counts.resident > 0 && counts.resident < smallNumber && (
          <span className="quiet"> {coverageText.small}</span>
        )}
      </td>
      {shownReaches.map((reach) => (
        <td key={reach} className="numbers" data-label={reachWords[reach]}>
          {number(counts[reach], reach, reachWords[reach])}
        </td>
      ))}
    </>
  )
}
