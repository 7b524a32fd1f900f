import { type Static, Type } from 'typebox'
import { Moment } from './common.ts'
import { GuideQuestion, Material } from './services.ts'

/** What was answered to a guide's questions, and the version of the guide that asked. */
export const Answered = Type.Object(
  {
    version: Type.Integer({ minimum: 1, maximum: 2_147_483_647, title: '指南的版本' }),
    answers: Type.Record(
      Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
      Type.String({ pattern: '^[a-z0-9-]{1,40}$', title: '回答' }),
      { maxProperties: 12, title: '回答', additionalProperties: false },
    ),
  },
  { additionalProperties: false, title: '家里的情况' },
)
export type Answered = Static<typeof Answered>

/** A paper of the family's own list; `open`: nobody could say yet whether it is needed. */
export const OwnPaper = Type.Object({ ...Material.properties, open: Type.Boolean() })
export type OwnPaper = Static<typeof OwnPaper>

export const ownList = {
  /** What stays on the list after what was answered. */
  bring: Type.Array(OwnPaper),
  /** Papers of the guide that the answers took off. */
  waived: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
  /** What else matters in this family's situation. */
  conditions: Type.Array(Type.String()),
  /** What was answered leads to another guide: she needs something else. */
  elsewhere: Type.Boolean(),
  questions: Type.Array(GuideQuestion),
  guideVersion: Type.Integer(),
}
/** An answer that stands; `officer`: null when the family said it itself. */
export const answerFields = { question: Type.String(), answer: Type.String(), answeredAt: Moment }
