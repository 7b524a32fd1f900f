import { isLikely, type LikeEntry, soundOf } from './rules.ts'

/** A number or name that more entries than these share is a shop's, a placeholder of some old sheet: no clue. */
const mostAlike = 60

/**
 * The pairs among these entries that may be one person, each once. Never compares all with all: two entries are
 * compared only when they share a number, a door with a sound, or a village with something she is called.
 */
export function findPairs<Entry extends LikeEntry>(entries: readonly Entry[]): [Entry, Entry][] {
  const groups = new Map<string, Entry[]>()
  const put = (key: string, entry: Entry) => {
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  for (const entry of entries) for (const key of keysOf(entry)) put(key, entry)
  const seen = new Set<string>()
  const pairs: [Entry, Entry][] = []
  for (const group of groups.values()) {
    if (group.length < 2 || group.length > mostAlike) continue
    for (const [at, first] of group.entries())
      for (const second of group.slice(at + 1)) {
        const [one, other] = first.id < second.id ? [first, second] : [second, first]
        if (one.id === other.id || !isLikely(one, other)) continue
        const pair = `${one.id} ${other.id}`
        if (seen.has(pair)) continue
        seen.add(pair)
        pairs.push([one, other])
      }
  }
  return pairs
}

/** Two likely entries have at least one of these in common (find-pairs.test.ts compares with all pairs). */
function keysOf({ name, nicknames, phones, door, villageId, bornOn }: LikeEntry): string[] {
  const keys = phones.map((phone) => `p ${phone}`)
  const called = [name, ...nicknames]
  if (door) keys.push(`d ${door} ${soundOf(name)}`, ...called.map((word) => `d ${door} = ${word}`))
  // In a village the birthdays have to be near as well.
  if (villageId && bornOn)
    keys.push(`v ${villageId} ${soundOf(name)}`, ...called.map((word) => `v ${villageId} = ${word}`))
  return [...new Set(keys)]
}
