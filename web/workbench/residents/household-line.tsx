import { Link } from 'react-router'
import type { HouseholdRow } from '../../api/households.ts'
import { endWords, householdText } from '../../ui/text/workbench/households.ts'
import { DotTag } from '../ui/dot-tag.tsx'

/** A household in the list. */
export function HouseholdLine({ row }: { row: HouseholdRow }) {
  const others = row.people - row.names.length
  return (
    <tr>
      <td className="main-cell">
        <Link to={`/households/${row.id}`}>{row.address}</Link>
      </td>
      <td>
        <Link to={`/villages/${row.villageId}`} className="row-link">
          {row.villageName}
        </Link>
      </td>
      <td>{row.villageGroup || householdText.unknownGroup}</td>
      <td className="numbers">
        {row.people > 0 ? householdText.peopleCount(row.people) : householdText.nobodyKnown}
      </td>
      <td>
        {row.names.join('、')}
        {others > 0 && ' …'} {row.away > 0 && <DotTag>{householdText.awayCount(row.away)}</DotTag>}
      </td>
      <td>
        {row.residentUntilOn ? (
          <DotTag>
            {householdText.over(endWords[row.endedHow ?? 'moved_out'] ?? '', row.residentUntilOn)}
          </DotTag>
        ) : row.reached ? (
          <DotTag tone="green">{householdText.reached}</DotTag>
        ) : (
          <DotTag tone="amber">{householdText.notReached}</DotTag>
        )}
      </td>
    </tr>
  )
}
