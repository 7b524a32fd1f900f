import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, OneOf } from './common.ts'
import { workHandoverKinds, workHandoverStates } from './vocabulary.ts'

const AccountId = Type.String({ pattern: '^[0-9a-zA-Z_.@-]{1,64}$', title: '工作账号' })

export const NewHandover = Type.Object({ from: AccountId, to: AccountId }, { additionalProperties: false })

const Unconfirmed = Type.Array(OneOf(['from', 'to']))

/** What would move: numbers only. */
export const HandoverPreview = Type.Object({
  contacts: Type.Integer(),
  /** Of those the ones who removed the account: WeCom may refuse them. */
  left: Type.Integer(),
  groups: Type.Integer(),
  conversations: Type.Integer(),
  cases: Type.Integer(),
  /**
   * Sides whose officer has not confirmed that the account is hers: then conversations and cases stay where they are, and
   * the two numbers say how many stay.
   */
  unconfirmed: Unconfirmed,
  /** The member has left the corporation. */
  hasLeft: Type.Boolean(),
  isRunning: Type.Boolean(),
})
export type HandoverPreview = Static<typeof HandoverPreview>

const Counts = Type.Object({
  kind: OneOf(workHandoverKinds),
  open: Type.Integer(),
  asked: Type.Integer(),
  done: Type.Integer(),
  refused: Type.Integer(),
})

export const Handover = Type.Object({
  id: Id,
  from: AccountId,
  fromName: Nullable(Type.String()),
  to: AccountId,
  toName: Nullable(Type.String()),
  askedAt: Moment,
  finishedAt: Nullable(Moment),
  /** Sides without a confirmed officer when it began: conversations and cases did not go along. */
  unconfirmed: Unconfirmed,
  counts: Type.Array(Counts),
})
export type Handover = Static<typeof Handover>
export const Handovers = Type.Object({ items: Type.Array(Handover) })

export const HandoverRefusals = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: OneOf(workHandoverKinds),
      state: OneOf(workHandoverStates),
      /** The contact or the group, where it is known to us. */
      subjectId: Nullable(Id),
      name: Type.String(),
      why: Type.String(),
    }),
  ),
})
export type HandoverRefusals = Static<typeof HandoverRefusals>
