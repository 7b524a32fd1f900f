import type { OfficerSession } from '../../platform/auth/session.ts'
import type { RowsWanted } from './figure.ts'

/** An auxiliary opens the rows of her villages, of an unknown village, and of what is given to her. */
export function narrowingOf(session: OfficerSession): RowsWanted['narrow'] {
  return session.scope === 'station' ? null : { villageIds: session.villageIds, officerId: session.officerId }
}
