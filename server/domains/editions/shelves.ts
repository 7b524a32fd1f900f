import type { Tx } from '../../platform/tenancy.ts'
import { markScript, readScriptStandings } from '../scripts/delivered/script-standings.ts'
import { renewWaiting } from '../scripts/delivered/take-over-script.ts'
import { markGuide, readGuideStandings } from '../services/delivered/guide-standings.ts'
import type { Edition } from './current-edition.ts'

/** A delivered script or guide. */
export type Piece = { code: string; hash: string; says: { [key: string]: unknown } }

/** What the station has of it. */
export type Standing = {
  id: string
  lastHash: string
  presentHash: string
  /** Taken out of use for good. */
  retired: boolean
  /** Puts the newer words in the place of a delivered draft that nobody has touched; null when somebody has. */
  renew: ((says: Piece['says']) => Promise<void>) | null
}

/** Scripts or guides: what is delivered, what the station has by the delivered code, and how it is marked. */
export type Shelf = {
  kind: 'script' | 'guide'
  pieces: Piece[]
  standings: Map<string, Standing>
  mark: (tx: Tx, id: string, hash: string) => Promise<void>
}

export async function scriptShelf(tx: Tx, { scripts }: Edition): Promise<Shelf> {
  const standings = (await readScriptStandings(tx)).map((script): [string, Standing] => [
    script.code,
    {
      id: script.id,
      lastHash: script.lastHash,
      presentHash: script.present.hash,
      retired: script.retired,
      renew: script.untouched
        ? (says) => renewWaiting(tx, script.id, script.newest + 1, says as (typeof scripts)[number]['says'])
        : null,
    },
  ])
  return { kind: 'script', pieces: scripts, standings: new Map(standings), mark: markScript }
}

export async function guideShelf(tx: Tx, { guides }: Edition): Promise<Shelf> {
  const standings = (await readGuideStandings(tx)).map((guide): [string, Standing] => [
    guide.code,
    {
      id: guide.id,
      lastHash: guide.lastHash,
      presentHash: guide.present.hash,
      // A hidden one may be shown again, so it is kept right too.
      retired: false,
      renew: null,
    },
  ])
  return { kind: 'guide', pieces: guides, standings: new Map(standings), mark: markGuide }
}
