import type { Village } from '../../api/officers.ts'

/** In the station's order, those that are no more at the end. */
export function villagesInUseFirst(villages: readonly Village[]): Village[] {
  return villages.toSorted((a, b) => Number(!!a.retiredAt) - Number(!!b.retiredAt))
}
