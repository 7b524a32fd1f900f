import type { Row } from './row.ts'
import { appointmentRows } from './rows-appointments.ts'
import { broadcastReceiptRows } from './rows-broadcast-receipts.ts'
import { broadcastRows } from './rows-broadcasts.ts'
import { capRows } from './rows-cap.ts'
import { caseRows } from './rows-cases.ts'
import { coverageRows } from './rows-coverage.ts'
import { editionRows } from './rows-editions.ts'
import { householdRows } from './rows-households.ts'
import { inboxRows } from './rows-inbox.ts'
import { officerRows } from './rows-officers.ts'
import { peopleRows } from './rows-people.ts'
import { platformRows } from './rows-platform.ts'
import { registerRows } from './rows-register.ts'
import { residentRows } from './rows-residents.ts'
import { rumourRows } from './rows-rumours.ts'
import { serviceRows } from './rows-services.ts'
import { wechatRows } from './rows-wechat.ts'
import { wecomRows } from './rows-wecom.ts'
import { workContactRows } from './rows-work-contacts.ts'

/** The reviewed table: every route of the app, who may call it, what it names and what it takes. */
export const rows: Row[] = [
  ...officerRows,
  ...residentRows,
  ...householdRows,
  ...peopleRows,
  ...registerRows,
  ...inboxRows,
  ...caseRows,
  ...serviceRows,
  ...editionRows,
  ...appointmentRows,
  ...wechatRows,
  ...workContactRows,
  ...wecomRows,
  ...rumourRows,
  ...broadcastRows,
  ...broadcastReceiptRows,
  ...coverageRows,
  ...capRows,
  ...platformRows,
]
