import { newId } from '../../../platform/id.ts'

/** What of a household a deed may change. */
export type HouseholdFields = {
  address: string
  villageGroup: string
  residentUntilOn: string | null
  endedHow: string | null
  mergedIntoId: string | null
}
type PersonFields = { householdId: string | null; diedOn: string | null }

/** What one deed changed, with what was before and after: kept in household_changes.before, enough to undo it. */
export type Trail = {
  changeId: string
  /** Memberships it began, and those it ended. */
  opened: string[]
  closed: string[]
  absencesOpened: string[]
  absencesClosed: string[]
  /** Memberships that became or ceased to be the head's, without beginning or ending. */
  heads: { memberId: string; head: boolean }[]
  people: { id: string; before: PersonFields; after: PersonFields }[]
  households: { id: string; before: HouseholdFields; after: HouseholdFields }[]
  founded: string[]
}

export const newTrail = (): Trail => ({
  changeId: newId(),
  opened: [],
  closed: [],
  absencesOpened: [],
  absencesClosed: [],
  heads: [],
  people: [],
  households: [],
  founded: [],
})
