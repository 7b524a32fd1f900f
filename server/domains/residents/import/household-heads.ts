import type { ReadHome } from './read-home.ts'
import type { SaidRelation } from './read-relation.ts'

/** Somebody of the register or of a row that has been read. */
export type Someone = { id: string; bornOn: string | null }
export type Waiting = { self: Someone; headName: string; said: SaidRelation }

/**
 * Whom the file calls head of what. It is gone through once for this before the rows are compared: a row says only
 * 子, and which head is meant must not hang on which rows stand above it.
 */
export function createHeads() {
  const atDoor = new Map<string, Set<string>>()
  const rows = new Set<string>()
  const waiting = new Map<string, Waiting[]>()
  const doorOf = ({ village, group, door }: ReadHome) => `${village.id} ${group} ${door}`
  return {
    note(home: ReadHome): void {
      if (home.headName === '') return
      if (home.isHead) rows.add(`${home.village.id} ${home.headName}`)
      if (home.door === '') return
      const names = atDoor.get(doorOf(home))
      if (names) names.add(home.headName)
      else atDoor.set(doorOf(home), new Set([home.headName]))
    },
    /** The heads the file names behind the door of this row. */
    namesAt: (home: ReadHome): ReadonlySet<string> => atDoor.get(doorOf(home)) ?? new Set(),
    /** Whether the head has a row of her own in the file. */
    comes: (home: ReadHome, headName: string) => rows.has(`${home.village.id} ${headName}`),
    await(householdId: string, who: Waiting): void {
      const list = waiting.get(householdId)
      if (list) list.push(who)
      else waiting.set(householdId, [who])
    },
    /** Who waited for this head; she has come. */
    take(householdId: string, headName: string): Waiting[] {
      const list = waiting.get(householdId) ?? []
      waiting.delete(householdId)
      return list.filter((who) => who.headName === headName)
    },
  }
}
