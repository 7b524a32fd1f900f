type Script = { scriptId: string }

const most = 3

/** Three in all: those for the main subject first (one at least), each further subject's in the last places. */
export function placeFurther<T extends Script>(main: T[], further: T[]): T[] {
  const kept = main.slice(0, Math.max(1, most - further.length))
  const all = [...kept, ...further, ...main.slice(kept.length)]
  const met = new Set<string>()
  return all.filter(({ scriptId }) => !met.has(scriptId) && met.add(scriptId)).slice(0, most)
}
