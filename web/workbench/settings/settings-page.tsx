import { type ComponentType, useEffect, useRef } from 'react'
import { NavLink, useParams } from 'react-router'
import type { Permission } from '../../../contract/vocabulary.ts'
import { holidayText } from '../../ui/text/workbench/holidays.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { villageText } from '../../ui/text/workbench/villages.ts'
import { wechatText } from '../../ui/text/workbench/wechat.ts'
import { letterText } from '../../ui/text/workbench/wechat-letters.ts'
import { useMay } from '../officers/use-me.ts'
import { MissingPage } from '../shell/missing-page.tsx'
import { Page } from '../ui/page.tsx'
import { AccountSection } from './account-section.tsx'
import { AuditSection } from './audit-section.tsx'
import { DeadLettersSection } from './dead-letters-section.tsx'
import { DutySection } from './duty-section.tsx'
import { HolidaysSection } from './holidays-section.tsx'
import { HoursSection } from './hours-section.tsx'
import { MembersSection } from './members-section.tsx'
import { StationSection } from './station-section.tsx'
import { VillagesSection } from './villages-section.tsx'
import { WechatLettersSection } from './wechat-letters-section.tsx'
import { WechatSection } from './wechat-section.tsx'

const sections: { key: string; label: string; needs: Permission; Section: ComponentType }[] = [
  { key: 'account', label: settingsText.account, needs: 'station.read', Section: AccountSection },
  { key: 'members', label: settingsText.members, needs: 'officers.read', Section: MembersSection },
  { key: 'duty', label: settingsText.duty, needs: 'officers.read', Section: DutySection },
  { key: 'hours', label: settingsText.hours, needs: 'station.read', Section: HoursSection },
  { key: 'holidays', label: holidayText.title, needs: 'station.read', Section: HolidaysSection },
  { key: 'station', label: settingsText.station, needs: 'station.read', Section: StationSection },
  { key: 'villages', label: villageText.title, needs: 'station.configure', Section: VillagesSection },
  { key: 'wechat', label: wechatText.title, needs: 'station.configure', Section: WechatSection },
  {
    key: 'wechat-letters',
    label: letterText.title,
    needs: 'conversations.read',
    Section: WechatLettersSection,
  },
  { key: 'audit', label: settingsText.audit, needs: 'audit.read', Section: AuditSection },
  { key: 'dead-letters', label: settingsText.deadLetters, needs: 'jobs.manage', Section: DeadLettersSection },
]

export function SettingsPage() {
  const may = useMay()
  const { section = 'account' } = useParams()
  const shown = sections.filter(({ needs }) => may(needs))
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the row is longer than the screen, and grows when its letters have come.
    void document.fonts.ready.then(() =>
      nav.current?.querySelector('.active')?.scrollIntoView({ inline: 'center', block: 'nearest' }),
    )
  }, [section])
  const current = shown.find(({ key }) => key === section)
  if (!current) return <MissingPage />
  return (
    <Page title={settingsText.title} tabTitle={`${current.label} · ${settingsText.title}`}>
      <nav ref={nav} className="section-tabs" aria-label={settingsText.title}>
        {shown.map(({ key, label }) => (
          <NavLink key={key} to={`/settings/${key}`} className={key === section ? 'active' : ''}>
            {label}
          </NavLink>
        ))}
      </nav>
      <current.Section />
    </Page>
  )
}
