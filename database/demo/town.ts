import type { Channel } from '../../contract/vocabulary.ts'
import type { DemoAccount } from './demo-accounts.ts'
import type { DemoTime } from './demo-time.ts'
import type { DemoVillage } from './villages.ts'

export type TownVillage = DemoVillage & { id: string; auxiliaryId: string }
export type TownGuide = {
  id: string
  code: string
  name: string
  minutes: number
  workingDays: number | null
  materials: (Record<'key' | 'name' | 'form', string> &
    Record<'electronic' | 'shared', boolean> & { copies: number } & Record<
      'neededWhen' | 'advice',
      string | null
    >)[]
}
export type TownScript = { id: string; code: string; body: string; auxiliaryMay: boolean }
export type TownOfficer = DemoAccount & { id: string }

/** What the later parts of the town hang on. */
export type Town = {
  stationId: string
  time: DemoTime
  seed: number
  villages: TownVillage[]
  officers: TownOfficer[]
  chiefId: string
  auxiliaryIds: string[]
  guides: Map<string, TownGuide>
  scripts: Map<string, TownScript>
  counterIds: string[]
  /** Working days that differ from Monday to Friday, for deadlines. */
  calendar: ReadonlyMap<string, boolean>
  /** Public holidays: the counter is closed. */
  closedDays: ReadonlySet<string>
}

/** Somebody who writes, through one door. */
export type Person = {
  contactId: string
  residentId: string | null
  channel: Channel
  /** Whoever belongs to one party counts as coming back: the household, else the person, else the door. */
  party: string
  village: TownVillage | null
  group: number
  name: string
  surname: string
  phone: string
  /** When this door was opened. */
  since: number
}
