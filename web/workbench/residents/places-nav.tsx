import { NavLink } from 'react-router'
import { householdText } from '../../ui/text/workbench/households.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'

/** People, households, villages: three ways into the same register. */
export function PlacesNav() {
  return (
    <nav className="section-tabs" aria-label={householdText.places}>
      <NavLink to="/residents">{residentText.title}</NavLink>
      <NavLink to="/households">{householdText.title}</NavLink>
      <NavLink to="/villages">{householdText.villages}</NavLink>
    </nav>
  )
}
