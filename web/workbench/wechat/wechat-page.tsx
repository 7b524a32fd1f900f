import { workText } from '../../ui/text/workbench/work-contacts.ts'
import { type Section, SectionsPage } from '../shell/sections-page.tsx'
import { AttendanceSection } from './attendance-section.tsx'
import { ContactsSection } from './contacts-section.tsx'
import { DoorsSection } from './doors-section.tsx'
import { GroupsSection } from './groups-section.tsx'
import { HandoverSection } from './handover-section.tsx'
import { ReconcileSection } from './reconcile-section.tsx'
import { ReportSection } from './report-section.tsx'

const sections: Section[] = [
  { key: 'contacts', label: workText.contacts, needs: 'residents.read', Section: ContactsSection },
  { key: 'groups', label: workText.groups, needs: 'residents.read', Section: GroupsSection },
  { key: 'attendance', label: workText.attendance, needs: 'residents.read', Section: AttendanceSection },
  { key: 'doors', label: workText.doors, needs: 'residents.read', Section: DoorsSection },
  { key: 'report', label: workText.report, needs: 'statistics.read', Section: ReportSection },
  { key: 'handover', label: workText.handover, needs: 'contacts.transfer', Section: HandoverSection },
  { key: 'reconcile', label: workText.reconcile, needs: 'station.configure', Section: ReconcileSection },
]

/** The work accounts of the station in WeChat: whom they have, which groups they are in, and whether all of it is true. */
export function WechatPage() {
  return <SectionsPage path="wechat" title={workText.title} first="contacts" sections={sections} />
}
