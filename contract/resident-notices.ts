import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, OneOf } from './common.ts'
import { broadcastKinds, broadcastUrgencies } from './vocabulary.ts'

/** A notice of the station on the residents' page. */
export const ResidentNotice = Type.Object({
  id: Id,
  kind: OneOf(broadcastKinds),
  urgency: OneOf(broadcastUrgencies),
  title: Type.String(),
  body: Type.String(),
  at: Moment,
  /** It puts an earlier one right. */
  isCorrection: Type.Boolean(),
  fileIds: Type.Array(Id),
})
export type ResidentNotice = Static<typeof ResidentNotice>
/** Which village they are for, as far as it is known of this phone; null: what is for the whole town. */
export const ResidentNotices = Type.Object({
  villageName: Nullable(Type.String()),
  items: Type.Array(ResidentNotice),
})
export type ResidentNotices = Static<typeof ResidentNotices>
