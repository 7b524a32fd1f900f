import { contentHash } from '../../../platform/content-hash.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { wholeContent } from '../guide-content.ts'
import { readSays } from '../keep-version.ts'
import type { GuideSays } from './delivered-guides.ts'

/** Where a guide stands that was delivered once. */
export type GuideStanding = {
  id: string
  slug: string
  code: string
  /** Of what was last laid before the station. */
  lastHash: string
  present: { version: number; says: GuideSays; hash: string }
  base: GuideSays
  /** The station has changed more than the day of the next reread. */
  changed: boolean
}

/** Of these guides, or of all that were delivered. */
export async function readGuideStandings(tx: Tx, ids: string[] | null = null): Promise<GuideStanding[]> {
  const { rows } = await tx.client.query({
    name: 'guide-standings',
    text: `select g.id, g.slug, g.code, g.version, g.delivered_hash, v.says as base from guides g
           left join guide_versions v on v.station_id = $1 and v.guide_id = g.id and v.version = g.delivered_version
           where g.station_id = $1 and g.delivered_version is not null and ($2::uuid[] is null or g.id = any ($2))`,
    values: [tx.stationId, ids],
  })
  const standings: GuideStanding[] = []
  for (const row of rows) {
    const says = (await readSays(tx, row.id)) as GuideSays
    // One that was never changed has no version kept: it says what was delivered.
    const base = row.base ? whole(row.base) : says
    const hash = contentHash(says)
    standings.push({
      id: row.id,
      slug: row.slug,
      code: row.code,
      lastHash: row.delivered_hash ?? contentHash(base),
      present: { version: row.version, says, hash },
      base,
      changed: contentHash({ ...says, expiresOn: '' }) !== contentHash({ ...base, expiresOn: '' }),
    })
  }
  return standings
}

/** A version kept before some fields were asked for does not say them. */
const whole = (says: GuideSays): GuideSays => ({ ...wholeContent(says), ...says }) as GuideSays

/** What was last laid before the station, for the next edition to be compared with. */
export async function markGuide(tx: Tx, id: string, hash: string): Promise<void> {
  await tx.client.query({
    name: 'mark-delivered-guide',
    text: 'update guides set delivered_hash = $3 where station_id = $1 and id = $2',
    values: [tx.stationId, id, hash],
  })
}
