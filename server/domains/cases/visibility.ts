import type { OfficerSession } from '../../platform/auth/session.ts'

/**
 * SQL that is true for the cases (under `alias`) an officer may see: the station's, or for an auxiliary those of her
 * villages, of an unknown village (so that nothing falls between two), and those given to her. It uses two
 * parameters, `$first` (her villages, null for the whole station) and the next (her id); `scopeValues` are theirs.
 */
export function visibleCases(first: number, alias = 'c'): string {
  return `($${first}::uuid[] is null or ${alias}.village_id is null or ${alias}.village_id = any($${first}::uuid[])
    or ${alias}.assignee_id = $${first + 1}::uuid)`
}

export function scopeValues(session: OfficerSession): [readonly string[] | null, string] {
  return [session.scope === 'station' ? null : session.villageIds, session.officerId]
}
