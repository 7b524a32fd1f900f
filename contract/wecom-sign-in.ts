import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable } from './common.ts'

export const StationCodeParams = Type.Object({ stationCode: Type.String({ pattern: '^[0-9]{6,12}$' }) })

/** Where to go after signing in: a path of this host. Anything else leads to the workbench. */
export const WecomSignInQuery = Type.Object({ to: Type.Optional(Type.String({ maxLength: 1000 })) })
/** What WeCom brings back. Whatever comes is answered with a page that says what is wrong. */
export const WecomReturnQuery = Type.Object({
  code: Type.Optional(Type.String({ maxLength: 600 })),
  state: Type.Optional(Type.String({ maxLength: 200 })),
})

/** The stations whose officers may sign in by WeCom: that it exists, and nothing else. */
export const WecomPlaces = Type.Object({
  items: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
})
export type WecomPlaces = Static<typeof WecomPlaces>

export const WecomCode = Type.Object(
  { code: Type.String({ minLength: 6, maxLength: 20, title: '动态码' }) },
  { additionalProperties: false },
)

const UserId = Type.String({ pattern: '^[0-9a-zA-Z_.@-]{1,64}$', title: '企业微信成员' })

/** Which member of the corporation I am, as far as it is known. */
export const OwnMember = Type.Object({
  /** The station's channel is set up for it. */
  available: Type.Boolean(),
  userId: Nullable(Type.String()),
  boundAt: Nullable(Moment),
  boundBy: Nullable(Type.String()),
  confirmed: Type.Boolean(),
})
export type OwnMember = Static<typeof OwnMember>

export const MemberChoice = Type.Object({ userId: UserId }, { additionalProperties: false })
/** Where the browser goes to prove it. */
export const MemberProof = Type.Object({ url: Type.String() })

/** The corporation's members as far as the application sees them, each with the officer she is. */
export const MemberList = Type.Object({
  items: Type.Array(
    Type.Object({
      userId: Type.String(),
      name: Type.String(),
      officerId: Nullable(Id),
      confirmed: Type.Boolean(),
      /** The only officer without a member who has this name. */
      suggestedOfficerId: Nullable(Id),
    }),
  ),
  /** Why the list is empty, and where that is mended. */
  trouble: Nullable(Type.String()),
})
export type MemberList = Static<typeof MemberList>
