import type { Scenario } from '../../../contract/vocabulary.ts'
import { readTextLine } from '../scripts/read-text-line.ts'
import { createIndex } from '../scripts/script-index.ts'
import { starterScripts } from '../scripts/starter/scripts.ts'
import { rankScripts } from '../scripts/suggest-scripts.ts'
import { createBestGuide } from '../services/best-guide.ts'
import { starterGuides } from '../services/starter/guides.ts'
import { type Reading, readMessage } from './triage/read-message.ts'

/** The scenarios under the names that the outside test speaks. */
const outsideNames: Record<Scenario, string> = {
  anti_fraud: 'antifraud',
  mediation: 'mediation',
  business: 'business',
  safety: 'safety',
  public_information: 'public_info',
  other_office: 'other',
}

export type TriagedLine = {
  id: string | number
  emergency: boolean
  scenario: string
  /** Whose matter it is when it is not ours. */
  office: string | null
  /** Slug of the guide that fits best. */
  service: string | null
  /** Codes of the starter scripts that fit best, three at most. */
  scripts: string[]
  reasons: string[]
}
export type RefusedLine = { id: string | number | null; error: string }

/** Scripts of today's content do not expire in a test of the reading. */
const someDay = '2026-01-01'

/** Reads lines `{id, text}` with the station's own engine on the starter content; needs no database. */
export function createLineTriage(): (line: string | undefined) => TriagedLine | RefusedLine {
  const index = createIndex(
    starterScripts.map((script) => ({
      ...script,
      id: script.code,
      version: 1,
      library: script.scenario,
      villageIds: null,
    })),
  )
  const bestGuide = createBestGuide(starterGuides)
  return (line) => {
    const asked = readTextLine(line)
    if ('error' in asked) return asked
    const { id, text } = asked
    const reading = readMessage({ text, villages: [] })
    const { scenario, understood } = reading
    const question = { text, understood, scenario, villageId: null, role: 'chief' as const }
    return {
      id,
      emergency: reading.emergency,
      scenario: outsideNames[reading.scenario],
      office: reading.office,
      service: !reading.emergency && mayHaveGuide(reading) ? bestGuide(text) : null,
      scripts: rankScripts(index, question, someDay).map(({ code }) => code),
      reasons: reading.reasons.map(({ because }) => because),
    }
  }
}

/** Guides tell how something is done at our window, and the way to the two offices most often taken for us. */
function mayHaveGuide({ scenario, office }: Reading): boolean {
  return scenario === 'business' || office === 'immigration' || office === 'traffic_police'
}
