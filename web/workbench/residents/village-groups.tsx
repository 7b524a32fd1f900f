import { Link } from 'react-router'
import type { VillagePage } from '../../api/households.ts'
import { householdText } from '../../ui/text/workbench/households.ts'

/** A village's 组: how many households each has, and how many of them are reached. */
export function VillageGroups({ village }: { village: VillagePage }) {
  if (village.groups.length === 0) return <p className="quiet">{householdText.noGroups}</p>
  return (
    <table className="group-table">
      <thead>
        <tr>
          <th>{householdText.group}</th>
          <th>{householdText.households}</th>
          <th>{householdText.reached}</th>
          <th>{householdText.people}</th>
        </tr>
      </thead>
      <tbody>
        {village.groups.map(({ name, households, reached, people }) => (
          <tr key={name}>
            <td>
              <Link to={`/households?village=${village.id}&group=${encodeURIComponent(name)}`}>
                {name || householdText.unknownGroup}
              </Link>
            </td>
            <td className="numbers">{households}</td>
            <td className="numbers">
              {reached} <span className="quiet">{Math.round((100 * reached) / households)}%</span>
            </td>
            <td className="numbers">{people}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
