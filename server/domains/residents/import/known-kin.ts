import { isMutual } from '../person/relation-rules.ts'
import type { Kin } from './read-relation.ts'

export type KnownRelation = { fromId: string; toId: string; kind: Kin }

/** The relations of the register that a roster can say as well, and those the file adds. */
export type KnownKin = ReturnType<typeof createKin>

export function createKin(relations: readonly KnownRelation[]) {
  const between = new Map<string, KnownRelation[]>()
  const married = new Set<string>()
  const pair = ({ fromId, toId }: KnownRelation) => [fromId, toId].toSorted().join(' ')
  const add = (relation: KnownRelation) => {
    const key = pair(relation)
    between.set(key, [...(between.get(key) ?? []), relation])
    if (relation.kind === 'spouse') married.add(relation.fromId).add(relation.toId)
  }
  relations.forEach(add)
  return {
    add,
    /** Whether the two stand in this relation already, or in one that speaks against it; null when it is new. */
    compare(relation: KnownRelation): 'same' | 'apart' | null {
      const { fromId, toId, kind } = relation
      const there = between.get(pair(relation)) ?? []
      if (there.some((each) => each.kind === kind && (isMutual(kind) || each.fromId === fromId)))
        return 'same'
      if (there.length > 0) return 'apart'
      return kind === 'spouse' && (married.has(fromId) || married.has(toId)) ? 'apart' : null
    },
  }
}
