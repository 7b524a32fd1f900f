import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Nullable, OneOf } from './common.ts'
import { StationCode } from './services.ts'
import { rumourStages, rumourTopics } from './vocabulary.ts'

/** What everybody may read: a rumour with the approved reply. */
export const PublicRumour = Type.Object({
  id: Id,
  words: Type.String(),
  topic: OneOf(rumourTopics),
  stage: OneOf(rumourStages),
  updatedAt: Moment,
  /** A correction, which stands on top. */
  pinned: Type.Boolean(),
})
export type PublicRumour = Static<typeof PublicRumour>
export const PublicRumours = Type.Object({ items: Type.Array(PublicRumour) })
export const PublicRumourQuery = Type.Object({ stationCode: StationCode }, { additionalProperties: false })
export const PublicRumourDetail = Type.Object({
  ...PublicRumour.properties,
  /** Null while we know that it was wrong and its correction is not approved yet. */
  reply: Nullable(
    Type.Object({
      knownAt: Moment,
      checked: Type.String(),
      source: Type.String(),
      unknown: Type.String(),
      advice: Type.String(),
      nextUpdateAt: Nullable(Moment),
      correction: Nullable(
        Type.Object({ wrongWords: Type.String(), rightWords: Type.String(), reason: Type.String() }),
      ),
    }),
  ),
  office: Nullable(Type.Object({ name: Type.String(), answersOn: Day })),
  evidence: Type.Array(
    Type.Object({
      source: Type.String(),
      says: Type.String(),
      link: Type.String(),
      documentNumber: Type.String(),
      datedOn: Day,
    }),
  ),
})
export type PublicRumourDetail = Static<typeof PublicRumourDetail>
