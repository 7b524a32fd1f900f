import type { CaseKind, CaseStatus, Role } from '../../../contract/vocabulary.ts'
import { AppError, conflict, invalid } from '../../platform/errors.ts'

/** How one gets from a status to another: by a plain change, with an outcome, or by reopening. */
export type Step = 'change' | 'outcome' | 'reopening'

const steps: Record<CaseStatus, Partial<Record<CaseStatus, Step>>> = {
  open: { in_progress: 'change', waiting_resident: 'change', done: 'outcome' },
  in_progress: { waiting_resident: 'change', done: 'outcome' },
  waiting_resident: { in_progress: 'change', done: 'outcome' },
  done: { closed: 'change', in_progress: 'reopening' },
  closed: { in_progress: 'reopening' },
}

/** Null when there is no way. */
export function stepBetween(from: CaseStatus, to: CaseStatus): Step | null {
  return steps[from][to] ?? null
}

/** Throws `conflict` unless an officer may simply set the status. */
export function requireChange(from: CaseStatus, to: CaseStatus): void {
  if (from === to) throw conflict('这件事已经是这个状态了，可能同事刚刚改过。')
  const step = stepBetween(from, to)
  if (step === 'reopening') throw conflict('这件事已经办结，要继续办请用“重新办理”。')
  if (step !== 'change') throw conflict('这件事现在的状态不能这样改，请看最新情况。')
}

export type Decidable = { kind: string; emergency: boolean; conversationEmergency: boolean }

const officersOwn: readonly string[] = ['dispute', 'fraud'] satisfies CaseKind[]

/**
 * An auxiliary receives and records; who is right in a dispute, what becomes of a fraud and every emergency are
 * decided by an officer (State Council Office 2016 No. 114, art. 3–4).
 */
export function mayDecide(role: Role, matter: Decidable): boolean {
  if (role !== 'auxiliary') return true
  return !officersOwn.includes(matter.kind) && !matter.emergency && !matter.conversationEmergency
}

export function requireDecider(role: Role, matter: Decidable): void {
  if (!mayDecide(role, matter))
    throw new AppError('forbidden', '纠纷、诈骗和紧急事项要由民警决定，请民警来办。您可以受理和记录。')
}

type Frozen = { mergedInto: string | null; finishedAt: Date | null }

/** A merged case stands still, so that undoing the merge gives back exactly what was. */
export function refuseMerged(matter: Frozen): void {
  if (matter.mergedInto)
    throw conflict('这件事已经并入另一件，请到那一件上办理，或者先撤销合并。', {
      mergedInto: matter.mergedInto,
    })
}

export function refuseFrozen(matter: Frozen): void {
  refuseMerged(matter)
  if (matter.finishedAt) throw conflict('这件事已经办结，要继续办请先重新打开。')
}

/** Done becomes closed when the resident knows; when nobody is known whom one could tell; or when she withdrew it. */
export function requireTold(
  outcome: { settlement: string; toldAt: Date | null } | null,
  reachable: boolean,
): void {
  if (outcome && !outcome.toldAt && reachable && outcome.settlement !== 'withdrawn')
    throw conflict('结果还没有告知居民，请先告知再结案。')
}

/** A place on the map has both numbers or neither. */
export function requireWholePlace(place: {
  latitude?: number | null | undefined
  longitude?: number | null | undefined
}): void {
  const { latitude, longitude } = place
  if (typeof latitude !== typeof longitude || (latitude === null) !== (longitude === null))
    throw invalid('地图上的位置不完整，请重新点选。')
}
