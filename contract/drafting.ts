import { type Static, Type } from 'typebox'
import { Id, Moment, Named, Nullable, OneOf, Text } from './common.ts'

export const draftingKinds = ['reply', 'summary'] as const
export type DraftingKind = (typeof draftingKinds)[number]

/** `GET /api/drafting`: the model elsewhere that may be asked for drafts. The key goes in and is never shown. */
export const DraftingEndpoint = Type.Object({
  address: Type.String(),
  model: Type.String(),
  hasKey: Type.Boolean(),
  checkedAt: Nullable(Moment),
  /** Why the last try failed; null: it answered, or was not tried. */
  checkFailure: Nullable(Type.String()),
  assessment: Type.String(),
  switchedOnAt: Nullable(Moment),
  switchedOnBy: Nullable(Named),
})
export type DraftingEndpoint = Static<typeof DraftingEndpoint>
export const DraftingSettings = Type.Object({ endpoint: Nullable(DraftingEndpoint) })

/** `PUT /api/drafting`: another address, model or key; it is off afterwards. Without a key the kept one stays. */
export const DraftingSetup = Type.Object(
  {
    address: Text({ min: 10, max: 300, title: '接口地址' }),
    model: Text({ min: 1, max: 100, title: '模型名称' }),
    key: Type.Optional(Text({ min: 1, max: 500, title: '密钥' })),
  },
  { additionalProperties: false },
)
export type DraftingSetup = Static<typeof DraftingSetup>

/** `PUT /api/drafting/switch`: on needs the number of the impact assessment. */
export const DraftingSwitch = Type.Object(
  {
    on: Type.Boolean({ title: '开或关' }),
    assessment: Type.Optional(Text({ min: 4, max: 60, title: '影响评估编号' })),
  },
  { additionalProperties: false },
)
export type DraftingSwitch = Static<typeof DraftingSwitch>

/** `POST /api/drafting/checks`: one question without anybody's words. */
export const DraftingCheck = Type.Object({ works: Type.Boolean(), sentence: Type.String() })

/** `GET /api/drafting/availability`: whether the composer offers it. */
export const DraftingAvailability = Type.Object({ on: Type.Boolean() })

/** `POST /api/conversations/:id/machine-drafts`. Kept nowhere but in the row of the call; sent only by a person. */
export const MachineDraftBody = Type.Object({ kind: OneOf(draftingKinds) }, { additionalProperties: false })
export const MachineDraft = Type.Object({
  id: Id,
  kind: OneOf(draftingKinds),
  text: Type.String(),
  /** What left, as it left. */
  sent: Type.String(),
  scripts: Type.Array(Type.Object({ id: Id, version: Type.Integer(), title: Type.String() })),
})
export type MachineDraft = Static<typeof MachineDraft>

/** `GET /api/drafting/calls`: the last ones, with the words as they left. */
export const DraftingCalls = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      kind: OneOf(draftingKinds),
      number: Type.String(),
      officer: Named,
      askedAt: Moment,
      failure: Nullable(Type.String()),
      sent: Type.String(),
      tokensSent: Nullable(Type.Integer()),
      tokensAnswered: Nullable(Type.Integer()),
    }),
  ),
})
export type DraftingCalls = Static<typeof DraftingCalls>
