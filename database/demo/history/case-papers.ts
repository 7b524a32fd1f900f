import { minute } from '../demo-time.ts'
import type { Ledger, Subject } from '../ledger.ts'
import type { Random } from '../random.ts'
import type { Town, TownGuide } from '../town.ts'
import type { Hands, Matter } from './matter.ts'

/** The papers of the guide; the resident says which she has, the counter which are right. */
export function addPapers(
  town: Town,
  ledger: Ledger,
  random: Random,
  matter: Matter,
  hands: Hands,
  subject: Subject,
  guide: TownGuide,
): void {
  const openedAt = matter.caseOpenedAt!
  const before = Math.min(matter.closedAt, town.time.now)
  const atCounter = matter.settlement === 'counter' && matter.closedAt <= town.time.now
  guide.materials.forEach((material, position) => {
    ledger.add('caseMaterials', {
      caseId: subject.id,
      position,
      ...material,
    })
    const check = (at: number, verdict: string, officerId: string | null) => {
      if (at >= before) return
      ledger.add('caseMaterialChecks', {
        id: random.id(at),
        caseId: subject.id,
        key: material.key,
        verdict,
        fileId: null,
        officerId,
        note: '',
        checkedAt: new Date(at),
      })
      const actor = officerId
        ? ({ kind: 'officer', id: officerId } as const)
        : ({ kind: 'resident', id: subject.contactId! } as const)
      ledger.event(at, 'case.material_changed', actor, subject, { key: material.key, verdict, fileId: null })
    }
    if (!atCounter && random.chance(0.5)) check(openedAt + random.int(10, 600) * minute, 'ready', null)
    if (atCounter)
      check(
        openedAt + (2 + position) * minute,
        material.neededWhen && random.chance(0.6) ? 'not_needed' : 'accepted',
        hands.officerId,
      )
  })
}
