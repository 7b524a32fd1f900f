import { type Static, Type } from 'typebox'
import { Id, Moment, Named, Nullable, OneOf, Text } from './common.ts'

export const draftingKinds = ['reply', 'summary'] as const
export type DraftingKind = (typeof draftingKinds)[number]
export const callKinds = [...draftingKinds, 'transcript'] as const

/** What a machine elsewhere may be asked for; each has an endpoint of its own. */
export const languagePurposes = ['drafting', 'transcription'] as const
export type LanguagePurpose = (typeof languagePurposes)[number]
export const PurposeParams = Type.Object({ purpose: OneOf(languagePurposes) })

/** `GET /api/language-endpoints/:purpose`: where it is. The key goes in and is never shown. */
export const LanguageEndpoint = Type.Object({
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
export type LanguageEndpoint = Static<typeof LanguageEndpoint>
export const EndpointSettings = Type.Object({ endpoint: Nullable(LanguageEndpoint) })

/** `PUT /api/language-endpoints/:purpose`: another address, model or key; it is off afterwards. Without a key the kept one stays. */
export const EndpointSetup = Type.Object(
  {
    address: Text({ min: 10, max: 300, title: '接口地址' }),
    model: Text({ min: 1, max: 100, title: '模型名称' }),
    key: Type.Optional(Text({ min: 1, max: 500, title: '密钥' })),
  },
  { additionalProperties: false },
)
export type EndpointSetup = Static<typeof EndpointSetup>

/** `PUT /api/language-endpoints/:purpose/switch`: on needs the number of the impact assessment. */
export const EndpointSwitch = Type.Object(
  {
    on: Type.Boolean({ title: '开或关' }),
    assessment: Type.Optional(Text({ min: 4, max: 60, title: '影响评估编号' })),
  },
  { additionalProperties: false },
)
export type EndpointSwitch = Static<typeof EndpointSwitch>

/** `POST /api/language-endpoints/:purpose/checks`: one question without anybody's words, or a second of silence. */
export const EndpointCheck = Type.Object({ works: Type.Boolean(), sentence: Type.String() })

/** `GET /api/drafting/availability`, `GET /api/transcription/availability`: whether a talk's page offers it. */
export const LanguageAvailability = Type.Object({ on: Type.Boolean() })

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

/** `GET /api/language-calls`: the last ones, with the words as they left. */
export const LanguageCalls = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      kind: OneOf(callKinds),
      number: Type.String(),
      /** Null: nobody asked, the recording had come by itself. */
      officer: Nullable(Named),
      askedAt: Moment,
      failure: Nullable(Type.String()),
      sent: Type.String(),
      tokensSent: Nullable(Type.Integer()),
      tokensAnswered: Nullable(Type.Integer()),
    }),
  ),
})
export type LanguageCalls = Static<typeof LanguageCalls>
