import { draftingText } from '../../ui/text/workbench/drafting.ts'
import { holidayText } from '../../ui/text/workbench/holidays.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { triageModelText } from '../../ui/text/workbench/triage-models.ts'
import { villageText } from '../../ui/text/workbench/villages.ts'
import { wechatText } from '../../ui/text/workbench/wechat.ts'
import { letterText } from '../../ui/text/workbench/wechat-letters.ts'
import { type Section, SectionsPage } from '../shell/sections-page.tsx'
import { AccountSection } from './account-section.tsx'
import { AuditSection } from './audit-section.tsx'
import { ChangeNotice } from './change-notice.tsx'
import { DeadLettersSection } from './dead-letters-section.tsx'
import { DutySection } from './duty-section.tsx'
import { HolidaysSection } from './holidays-section.tsx'
import { HoursSection } from './hours-section.tsx'
import { LanguageSection } from './language-section.tsx'
import { MembersSection } from './members-section.tsx'
import { StationSection } from './station-section.tsx'
import { TriageSection } from './triage-section.tsx'
import { VillagesSection } from './villages-section.tsx'
import { WechatLettersSection } from './wechat-letters-section.tsx'
import { WechatSection } from './wechat-section.tsx'

const sections: Section[] = [
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
  { key: 'reading', label: triageModelText.title, needs: 'station.configure', Section: TriageSection },
  { key: 'language', label: draftingText.title, needs: 'language.configure', Section: LanguageSection },
  { key: 'audit', label: settingsText.audit, needs: 'audit.read', Section: AuditSection },
  { key: 'dead-letters', label: settingsText.deadLetters, needs: 'jobs.manage', Section: DeadLettersSection },
]

export function SettingsPage() {
  return (
    <SectionsPage
      path="settings"
      title={settingsText.title}
      first="account"
      sections={sections}
      above={<ChangeNotice />}
    />
  )
}
