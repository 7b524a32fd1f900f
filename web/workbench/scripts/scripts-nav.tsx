import { NavLink, useLocation } from 'react-router'
import { editionText } from '../../ui/text/workbench/editions.ts'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { useMay } from '../officers/use-me.ts'
import { useActiveInView } from '../shell/use-active-in-view.ts'

/** The pages around the library. */
export function ScriptsNav() {
  const may = useMay()
  const { pathname } = useLocation()
  const elsewhere = /^\/scripts\/(review|updates|use|exchange)$/.test(pathname)
  const nav = useActiveInView(pathname)
  return (
    <nav ref={nav} className="section-tabs" aria-label={scriptText.title}>
      <NavLink to="/scripts" className={({ isActive }) => (isActive && !elsewhere ? 'active' : '')}>
        {scriptText.navLibrary}
      </NavLink>
      {may('scripts.write') && <NavLink to="/scripts/review">{scriptText.navReview}</NavLink>}
      {may('scripts.approve') && <NavLink to="/scripts/updates">{editionText.title}</NavLink>}
      {may('statistics.read') && <NavLink to="/scripts/use">{scriptText.navUse}</NavLink>}
      {may('scripts.approve') && <NavLink to="/scripts/exchange">{scriptText.navExchange}</NavLink>}
    </nav>
  )
}
