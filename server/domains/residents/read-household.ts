import type { Household } from '../../../contract/residents.ts'

/** Columns of a household `h` with its village `v`, for householdOf. */
export const householdColumns = `h.id as household_id, h.village_id, v.name as village_name, h.address,
       h.resident_since_on, h.resident_until_on`

/** The household in such a row; null when the person has none. */
export function householdOf(row: Record<string, string | null>): Household | null {
  if (!row['household_id']) return null
  return {
    id: row['household_id'],
    villageId: row['village_id']!,
    villageName: row['village_name']!,
    address: row['address']!,
    residentSinceOn: row['resident_since_on']!,
    residentUntilOn: row['resident_until_on'] ?? null,
  }
}
