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
  const nicknames = new Set(entries.flatMap((entry) => entry.nicknames))
  for (const entry of entries) for (const key of keysOf(entry, nicknames)) put(key, entry)
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

/**
 * Two likely entries have at least one of these in common (rules.test.ts compares with all pairs). By its letters a name
 * is looked for only where it is somebody's nickname: who has the same name sounds the same. The keys are most of the
 * work for thirty thousand people, so none is made in vain.
 */
function keysOf(entry: LikeEntry, nicknames: ReadonlySet<string>): string[] {
  const { name, phones, door, villageId, bornOn } = entry
  const keys = phones.map((phone) => `p ${phone}`)
  const words = nicknames.has(name) ? [name, ...entry.nicknames] : entry.nicknames
  // In a village the birthdays have to be near as well.
  const places = [door && `d ${door}`, villageId && bornOn && `v ${villageId}`].filter(Boolean)
  if (places.length === 0) return keys
  const sound = soundOf(name)
  for (const place of places) {
    keys.push(`${place} ${sound}`)
    for (const word of words) keys.push(`${place} = ${word}`)
  }
  return entry.nicknames.length > 0 || phones.length > 1 ? [...new Set(keys)] : keys
}
