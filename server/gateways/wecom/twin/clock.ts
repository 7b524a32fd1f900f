export type Clock = {
  /** Milliseconds since 1970, on the twin's own time. */
  now: () => number
  seconds: () => number
  /** Moves time on; what falls due on the way is done in its order, at its own moment. */
  advance: (ms: number) => Promise<void>
  /** Does `work` once, `ms` later on the twin's time; gives back how to call it off. */
  after: (ms: number, work: () => unknown) => () => void
  stop: () => void
}

type Due = { at: number; work: () => unknown }

/**
 * The twin's time. Running, it goes on by itself and `advance` jumps ahead; standing, only `advance` moves it.
 * Deadlines of a socket are not on it: those are real milliseconds.
 */
export function createClock(options: { startAt: number | null; running: boolean }): Clock {
  const waiting: Due[] = []
  let base = options.startAt ?? Date.now()
  let since = performance.now()
  let held: number | null = options.running ? null : base
  let alarm: ReturnType<typeof setTimeout> | undefined

  const now = () => held ?? Math.floor(base + performance.now() - since)
  const setAlarm = () => {
    clearTimeout(alarm)
    const first = waiting[0]
    if (!first || held !== null) return
    alarm = setTimeout(ring, Math.min(Math.max(first.at - now(), 0), 2 ** 30))
    alarm.unref()
  }
  const ring = () => {
    while (waiting[0] && waiting[0].at <= now()) waiting.shift()?.work()
    setAlarm()
  }

  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    async advance(ms) {
      const until = now() + ms
      while (waiting[0] && waiting[0].at <= until) {
        const due = waiting.shift()!
        held = Math.max(now(), due.at)
        await due.work()
      }
      held = options.running ? null : until
      base = until
      since = performance.now()
      setAlarm()
    },
    after(ms, work) {
      const due = { at: now() + ms, work }
      let place = waiting.length
      while (place > 0 && waiting[place - 1]!.at > due.at) place--
      waiting.splice(place, 0, due)
      if (place === 0) setAlarm()
      // On standing time nothing would ever ring for what is due at once.
      if (ms <= 0 && held !== null) {
        queueMicrotask(() => {
          if (take(waiting, due)) due.work()
        })
      }
      return () => void take(waiting, due)
    },
    stop() {
      clearTimeout(alarm)
      waiting.length = 0
    },
  }
}

function take(waiting: Due[], due: Due): boolean {
  const place = waiting.indexOf(due)
  if (place >= 0) waiting.splice(place, 1)
  return place >= 0
}
