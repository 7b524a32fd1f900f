import { Link } from 'react-router'
import type { OtherHousehold } from '../../api/households.ts'

/** Another household: its door, or only its village where it is not this officer's to see. */
export function OtherDoor({ other }: { other: OtherHousehold }) {
  if (!other.id) return <>{other.villageName}</>
  return <Link to={`/households/${other.id}`}>{other.address}</Link>
}
