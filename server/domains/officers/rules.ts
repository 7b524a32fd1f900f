import { type Role, roles } from '../../../contract/vocabulary.ts'
import { permissionsOf, scopeOf } from './permissions.ts'

/** The roles that can make and disable accounts. A station must keep somebody who has one. */
export const managingRoles: readonly Role[] = roles.filter((role) =>
  permissionsOf(role).has('officers.manage'),
)

/** The roles that answer residents, and so may be responsible for a message. */
export const answeringRoles: readonly Role[] = roles.filter((role) =>
  permissionsOf(role).has('conversations.write'),
)

/** The roles that see residents' matters. */
export const seeingRoles: readonly Role[] = roles.filter((role) => scopeOf(role) !== 'none')

const longestShiftHours = 24

export type PlannedShift = { officerId: string; kind: string; startsAt: Date; endsAt: Date }

/** What is wrong with a shift in itself, as a sentence, or null. */
export function findShiftFault(shift: PlannedShift): string | null {
  const hours = (shift.endsAt.getTime() - shift.startsAt.getTime()) / 3_600_000
  if (hours <= 0) return '下班时间要晚于上班时间。'
  if (hours > longestShiftHours) return `一个班最长 ${longestShiftHours} 小时。`
  return null
}

/** The first shift that the same officer already has at the same time for the same duty; touching ends are fine. */
export function findOverlap(planned: readonly PlannedShift[]): PlannedShift | null {
  const byDuty = Map.groupBy(planned, (shift) => `${shift.officerId} ${shift.kind}`)
  for (const shifts of byDuty.values()) {
    const sorted = shifts.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    for (const [index, shift] of sorted.entries()) {
      const next = sorted[index + 1]
      if (next && next.startsAt < shift.endsAt) return next
    }
  }
  return null
}

type Named = { name: string; aliases: readonly string[] }

/** The first name or alias that another village has already, and whose it is; null when all are its own. */
export function findNameClash(
  others: readonly Named[],
  given: Named,
): { word: string; village: string } | null {
  for (const word of [given.name, ...given.aliases]) {
    const other = others.find(({ name, aliases }) => name === word || aliases.includes(word))
    if (other) return { word, village: other.name }
  }
  return null
}
