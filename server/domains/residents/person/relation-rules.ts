import type { RelationKind } from '../../../../contract/person-words.ts'

/** Said of both alike: whose spouse or sibling she is, is hers. */
export function isMutual(kind: RelationKind): boolean {
  return kind === 'spouse' || kind === 'sibling'
}

/** Nobody is her own parent's parent. A carer may be cared for by the one she cares for. */
export function ranDownwards(kind: RelationKind): boolean {
  return kind === 'parent' || kind === 'grandparent' || kind === 'guardian'
}
