import type { Pool } from '../../platform/database/pool.ts'
import { inStation } from '../../platform/tenancy.ts'

/** How late a process may learn that another one revoked an access. */
const freshMs = 5000

type Known = { versions: Promise<Map<string, number>>; until: number }
const caches = new WeakMap<Pool, Map<string, Known>>()

/**
 * The lowest access version that still counts, for the station's contacts whose access was ever revoked (they are
 * few); every other contact's is 1. One query a station in five seconds, however many phones call.
 */
export function validVersions(pool: Pool, stationId: string, now = Date.now()): Promise<Map<string, number>> {
  const stations = cacheOf(pool)
  const known = stations.get(stationId)
  if (known && known.until > now) return known.versions
  const versions = readVersions(pool, stationId)
  // A failed read is not remembered: the next request tries again.
  versions.catch(() => stations.delete(stationId))
  stations.set(stationId, { versions, until: now + freshMs })
  return versions
}

/** After a revocation in this process: the next request reads afresh. */
export function forgetVersions(pool: Pool, stationId: string): void {
  cacheOf(pool).delete(stationId)
}

function cacheOf(pool: Pool): Map<string, Known> {
  let stations = caches.get(pool)
  if (!stations) {
    stations = new Map()
    caches.set(pool, stations)
  }
  return stations
}

function readVersions(pool: Pool, stationId: string): Promise<Map<string, number>> {
  return inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query({
      name: 'read-revoked-access',
      text: `select id, access_version, removed_at is not null as removed from contacts
             where station_id = $1 and (access_version > 1 or removed_at is not null)`,
      values: [stationId],
    })
    // No version reaches a removed contact.
    return new Map(rows.map((row) => [row.id, row.removed ? Number.MAX_SAFE_INTEGER : row.access_version]))
  })
}
