import type { Office, Scenario } from '../../../../contract/vocabulary.ts'
import { fifthEmergencies } from './held-out/fifth.ts'
import { fifthCalm } from './held-out/fifth-calm.ts'
import { fourthEmergencies } from './held-out/fourth.ts'
import { fourthCalm } from './held-out/fourth-calm.ts'
import { type BySubject, earnestEmergencies } from './held-out/in-earnest.ts'
import { earnestCalm } from './held-out/in-earnest-calm.ts'
import { sixthEmergencies, sixthHardEmergencies } from './held-out/sixth.ts'
import { sixthCalm, sixthHardCalm } from './held-out/sixth-calm.ts'
import { thirdEmergencies } from './held-out/third.ts'
import { thirdCalm } from './held-out/third-calm.ts'
import { unseenEmergencies } from './held-out/unseen.ts'
import { unseenCalm } from './held-out/unseen-calm.ts'

/** A message with what a person makes of it. */
export type HeldOutRow = { text: string; emergency: boolean; scenario: Scenario; office: Office | null }

const libraries = new Set<string>(['anti_fraud', 'mediation', 'business', 'safety', 'public_information'])

/** The set in many voices, by which the reading was worked on with other sentences. */
export const inEarnest: HeldOutRow[] = [...rowsOf(earnestEmergencies, true), ...rowsOf(earnestCalm, false)]

/** The fresh set: measured when the work was done. */
export const unseen: HeldOutRow[] = [...rowsOf(unseenEmergencies, true), ...rowsOf(unseenCalm, false)]

/** The third set: written before the work that it measures. */
export const third: HeldOutRow[] = [...rowsOf(thirdEmergencies, true), ...rowsOf(thirdCalm, false)]

/** By others than wrote the sentences learned from; of another office's matters it is not said whose. */
export const fourth: HeldOutRow[] = [...rowsOf(fourthEmergencies, true), ...rowsOf(fourthCalm, false)]
export const fifth: HeldOutRow[] = [...rowsOf(fifthEmergencies, true), ...rowsOf(fifthCalm, false)]
export const sixthPlain: HeldOutRow[] = [...rowsOf(sixthEmergencies, true), ...rowsOf(sixthCalm, false)]
export const sixthHard: HeldOutRow[] = [
  ...rowsOf(sixthHardEmergencies, true),
  ...rowsOf(sixthHardCalm, false),
]

function rowsOf(subjects: BySubject | Partial<Record<Scenario, string[]>>, emergency: boolean): HeldOutRow[] {
  return Object.entries(subjects).flatMap(([subject, texts]) =>
    texts.map((text) => ({
      text,
      emergency,
      scenario: libraries.has(subject) ? (subject as Scenario) : 'other_office',
      office: libraries.has(subject) || subject === 'other_office' ? null : (subject as Office),
    })),
  )
}
