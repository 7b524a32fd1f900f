const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** After so long nobody confirms a warning any more, and nobody should. */
export const endsAfter = 3 * day
/** So often it was asked at least before that: a clock that jumped ends nothing. */
export const pollsBeforeEnd = 60

/** How long until WeCom is asked again what became of a task, in seconds, by its age: fast at first, then hourly. */
export function pauseOf(askedAgo: number): number {
  if (askedAgo < 2 * minute) return 3
  if (askedAgo < 10 * minute) return 10
  if (askedAgo < hour) return minute
  if (askedAgo < 6 * hour) return 10 * minute
  return hour
}

/** How long until a task that could not be put is tried again, in seconds. */
export const retryPause = (tries: number): number => Math.min(5 * minute, 2 ** Math.min(tries, 9))

/** It was just made, and WeCom is still handing it out. */
export const stillDispatching = new Set([41063, 41079])

/**
 * Faults of the set-up or of the moment, not of the broadcast: tried again. Too many at a time (45009, 41078) are among
 * them.
 */
export const passing = new Set([
  -1, 6000, 45009, 45033, 40001, 40014, 42001, 41078, 48001, 48002, 50003, 60020, 41001,
])
/** With growing pauses about a day. */
export const mostTries = 300
