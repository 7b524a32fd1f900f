import type { Town } from '../town.ts'

export type DemoReading = {
  emergency: boolean
  scenario: string
  office: string | null
  villageId: string | null
  confidence: number
  reasons: unknown[]
  version: string
}

/** What the machine makes of a message, the same way as at the door (server/domains/inbox/triage). */
export function readDemoMessage(_town: Town, _text: string, villageId: string | null): DemoReading {
  return {
    emergency: false,
    scenario: 'business',
    office: null,
    villageId,
    confidence: 0.5,
    reasons: [],
    version: 'none',
  }
}
