import { type Static, Type } from 'typebox'
import { ClientKey, Id, Moment, Nullable, Text } from './common.ts'
import { ConversationItem } from './inbox.ts'
import { Contact } from './residents.ts'

/** As the client names the person of the chat at hand; opaque. */
export const ExternalUserParams = Type.Object({
  externalUserId: Type.String({ pattern: '^[0-9A-Za-z_-]{1,64}$', title: '微信联系人' }),
})

/** `GET /api/sidebar/people/:externalUserId`: who the officer is talking to. Her matters are asked for by their own calls. */
export const SidebarPerson = Type.Object({
  contact: Contact,
  /** Her newest open matter, among those this officer may see. */
  conversation: Nullable(ConversationItem),
  mayHandle: Type.Boolean(),
  /** Since when the money is gone, as she says: a payment is stopped in minutes or not at all. */
  paidSaidAt: Nullable(Moment),
  /** What scripts can be filled with here, by the variable's name. */
  facts: Type.Record(Type.String(), Type.String()),
})
export type SidebarPerson = Static<typeof SidebarPerson>

export const ChatParams = Type.Object({
  chatId: Type.String({ pattern: '^[0-9A-Za-z_-]{1,64}$', title: '微信群' }),
})

/** `GET /api/sidebar/groups/:chatId`: of which village the group at hand is. */
export const SidebarGroup = Type.Object({
  id: Id,
  name: Type.String(),
  villageId: Nullable(Id),
  villageName: Nullable(Type.String()),
})
export type SidebarGroup = Static<typeof SidebarGroup>

/** `POST /api/sidebar/sayings`: an officer has said this in the client. It has been sent; here it is written down. */
export const SidebarSaying = Type.Object(
  {
    conversationId: Id,
    /** Who was on her screen. */
    contactId: Id,
    body: Text({ min: 1, max: 4000, title: '说了什么' }),
    scripts: Type.Array(
      Type.Object({ id: Id, version: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
      { maxItems: 5 },
    ),
    /** By her phone's clock; a phone without network tells it late. */
    saidAt: Moment,
    clientKey: ClientKey,
  },
  { additionalProperties: false },
)
export type SidebarSaying = Static<typeof SidebarSaying>
export const SayingRecorded = Type.Object({ messageId: Id })

/** `GET /api/sidebar/signature?url=`: only addresses of our own sidebar are signed. */
export const SignatureQuery = Type.Object(
  { url: Type.String({ minLength: 1, maxLength: 500, title: '页面地址' }) },
  { additionalProperties: false },
)
const Signature = Type.Object({
  timestamp: Type.Integer(),
  nonce: Type.String(),
  signature: Type.String(),
})
export const PageSignature = Type.Object({
  corpId: Type.String(),
  agentId: Type.Integer(),
  /** wx.config: clients before 3.0.24 want it first. */
  corporation: Signature,
  /** wx.agentConfig. */
  application: Signature,
})
export type PageSignature = Static<typeof PageSignature>
