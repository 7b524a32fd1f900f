import { Link } from 'react-router'
import { commonText } from '../../ui/text/workbench/common.ts'
import { householdText } from '../../ui/text/workbench/households.ts'
import { useMe, useVillages } from '../officers/use-me.ts'
import { Page } from '../ui/page.tsx'
import { villagesInUseFirst } from '../ui/villages-in-use-first.ts'
import { PlacesNav } from './places-nav.tsx'
import './places.css'

/** The villages whose page this officer may open. */
export function VillagesPage() {
  const me = useMe()
  const villages = villagesInUseFirst(useVillages()).filter(
    ({ id }) => me.scope === 'station' || me.villageIds.includes(id),
  )
  return (
    <Page title={householdText.villages} above={<PlacesNav />}>
      <p className="quiet gap-below">{householdText.villageHint}</p>
      <ul className="plain-list village-grid">
        {villages.map(({ id, name, aliases, retiredAt }) => (
          <li key={id}>
            <Link to={`/villages/${id}`} className="card village-tile">
              <b>{retiredAt ? commonText.retired(name) : name}</b>
              <span className="quiet">{aliases.join('、')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
