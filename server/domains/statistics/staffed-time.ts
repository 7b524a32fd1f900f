/** Start and end of a shift in milliseconds. */
export type Shift = { from: number; until: number }

/** Shifts as disjoint stretches with the time staffed before each: several people at once count once. */
export type StaffedTime = { from: number; until: number; before: number }[]

export function joinShifts(shifts: Shift[]): StaffedTime {
  const joined: StaffedTime = []
  for (const shift of [...shifts].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && shift.from <= last.until) {
      if (shift.until > last.until) last.until = shift.until
    } else {
      const before = last ? last.before + (last.until - last.from) : 0
      joined.push({ from: shift.from, until: shift.until, before })
    }
  }
  return joined
}

/** Minutes of staffed time between two moments in milliseconds. */
export function staffedMinutes(staffed: StaffedTime, from: number, until: number): number {
  return Math.max(0, staffedUntil(staffed, until) - staffedUntil(staffed, from)) / 60_000
}

function staffedUntil(staffed: StaffedTime, moment: number): number {
  let low = 0
  let high = staffed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (staffed[middle]!.from <= moment) low = middle + 1
    else high = middle
  }
  const stretch = staffed[low - 1]
  return stretch ? stretch.before + Math.min(moment, stretch.until) - stretch.from : 0
}
