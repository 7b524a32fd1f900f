import { type Static, Type } from 'typebox'
import { ClientKey, Id, Moment, Nullable, OneOf, Text } from './common.ts'

/** What an officer writes down of what was said elsewhere: at the counter, on the phone, in a private chat. */
export const Capture = Type.Object(
  {
    clientKey: ClientKey,
    channel: OneOf(['walk_in', 'phone', 'seen_elsewhere']),
    contactId: Type.Optional(Id),
    /** Who the officer says it is in the register: the contact is linked to her with the capture. */
    residentId: Type.Optional(Id),
    name: Text({ max: 30 }),
    phone: Type.String({ maxLength: 20, pattern: '^[0-9+ -]*$' }),
    villageId: Type.Optional(Nullable(Id)),
    body: Text({ max: 4000, title: '文字' }),
    fileIds: Type.Optional(Type.Array(Id, { maxItems: 9 })),
    toldBy: Text({ max: 60 }),
    heardAt: Moment,
  },
  { additionalProperties: false },
)
export type Capture = Static<typeof Capture>
