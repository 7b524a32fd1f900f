import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, OneOf, Text } from './common.ts'
import { searchKinds } from './vocabulary.ts'

/** A piece of text, and from where to where in it (UTF-16) stands what was looked for. */
export const Snippet = Type.Object({
  text: Type.String(),
  marks: Type.Array(Type.Tuple([Type.Integer(), Type.Integer()])),
})

/**
 * One thing found, with the place it stands in. `id` is of its kind: a message, a case, a script; of a guide its word in
 * the address; of a person the one in the register, or null for who only has a door (`conversationId` is then the newest).
 */
export const SearchHit = Type.Object({
  kind: OneOf(searchKinds),
  id: Nullable(Type.String()),
  /** What no two hits of a kind share. */
  key: Type.String(),
  title: Snippet,
  excerpt: Nullable(Snippet),
  villageName: Nullable(Type.String()),
  /** Of a conversation or a case. */
  number: Nullable(Type.String()),
  conversationId: Nullable(Id),
  at: Nullable(Moment),
})
export type SearchHit = Static<typeof SearchHit>

export const SearchGroup = Type.Object({
  kind: OneOf(searchKinds),
  /** The best first, or of messages and cases the newest. */
  hits: Type.Array(SearchHit),
  /** There are more than these. */
  more: Type.Boolean(),
  /** Nothing is so: these sound like it, are one letter away, or answer it in other words. */
  near: Type.Boolean(),
  /** Where older messages go on; null at the end and for other kinds. */
  next: Nullable(Type.String()),
})
export type SearchGroup = Static<typeof SearchGroup>

export const SearchResult = Type.Object({ groups: Type.Array(SearchGroup) })
export type SearchResult = Static<typeof SearchResult>

export const EverythingQuery = Type.Object(
  {
    text: Text({ min: 1, max: 50, title: '要找的字' }),
    /** Parted by commas; all that the asker may read when absent. */
    kinds: Type.Optional(
      Type.String({ pattern: `^(${searchKinds.join('|')})(,(${searchKinds.join('|')}))*$`, title: '类别' }),
    ),
    villageId: Type.Optional(Id),
    from: Type.Optional(Moment),
    until: Type.Optional(Moment),
    /** Of messages alone: where the page before ended. */
    cursor: Type.Optional(Type.String({ maxLength: 40, format: 'date-time', title: '接着看的位置' })),
  },
  { additionalProperties: false },
)
export type EverythingQuery = Static<typeof EverythingQuery>
