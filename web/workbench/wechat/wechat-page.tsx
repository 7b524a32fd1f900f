import { type ComponentType, useEffect, useRef } from 'react'
import { NavLink, useParams } from 'react-router'
import type { Permission } from '../../../contract/vocabulary.ts'
import { workText } from '../../ui/text/workbench/work-contacts.ts'
import { useMay } from '../officers/use-me.ts'
import { MissingPage } from '../shell/missing-page.tsx'
import { Page } from '../ui/page.tsx'
import { AttendanceSection } from './attendance-section.tsx'
import { ContactsSection } from './contacts-section.tsx'
import { DoorsSection } from './doors-section.tsx'
import { GroupsSection } from './groups-section.tsx'
import { ReconcileSection } from './reconcile-section.tsx'

const sections: { key: string; label: string; needs: Permission; Section: ComponentType }[] = [
  { key: 'contacts', label: workText.contacts, needs: 'residents.read', Section: ContactsSection },
  { key: 'groups', label: workText.groups, needs: 'residents.read', Section: GroupsSection },
  { key: 'attendance', label: workText.attendance, needs: 'residents.read', Section: AttendanceSection },
  { key: 'doors', label: workText.doors, needs: 'residents.read', Section: DoorsSection },
  { key: 'reconcile', label: workText.reconcile, needs: 'station.configure', Section: ReconcileSection },
]

/** The work accounts of the station in WeChat: whom they have, which groups they are in, and whether all of it is true. */
export function WechatPage() {
  const may = useMay()
  const { section = 'contacts' } = useParams()
  const shown = sections.filter(({ needs }) => may(needs))
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    void document.fonts.ready.then(() =>
      nav.current?.querySelector('.active')?.scrollIntoView({ inline: 'center', block: 'nearest' }),
    )
  }, [section])
  const current = shown.find(({ key }) => key === section)
  if (!current) return <MissingPage />
  return (
    <Page title={workText.title} tabTitle={`${current.label} · ${workText.title}`}>
      <nav ref={nav} className="section-tabs" aria-label={workText.title}>
        {shown.map(({ key, label }) => (
          <NavLink key={key} to={`/wechat/${key}`} className={key === section ? 'active' : ''}>
            {label}
          </NavLink>
        ))}
      </nav>
      <current.Section />
    </Page>
  )
}
