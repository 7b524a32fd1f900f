import { type Static, Type } from 'typebox'
import { BroadcastContent } from './broadcasts.ts'
import {
  capCategories,
  capCertainties,
  capMatches,
  capMessageTypes,
  capResponses,
  capScopes,
  capSeverities,
  capStandings,
  capStatuses,
  capUrgencies,
  capWays,
} from './cap-words.ts'
import { Id, Moment, Named, Nullable, OneOf, PageOf, PageQuery } from './common.ts'
import { aboutHows } from './vocabulary.ts'

const Valued = Type.Object({ valueName: Type.String(), value: Type.String() })
/** A moment as the alert writes it, with its own offset: `2026-06-05T08:00:00+08:00`. */
const Written = Type.String()

/** One area of an alert, in WGS-84; a point is latitude, longitude. */
export const CapArea = Type.Object({
  areaDesc: Type.String(),
  polygons: Type.Array(Type.Array(Type.Array(Type.Number()))),
  circles: Type.Array(
    Type.Object({ latitude: Type.Number(), longitude: Type.Number(), radiusKm: Type.Number() }),
  ),
  geocodes: Type.Array(Valued),
  altitude: Type.String(),
  ceiling: Type.String(),
})
export type CapArea = Static<typeof CapArea>

/** What an alert says in one language. What it leaves out is empty. */
export const CapInfo = Type.Object({
  language: Type.String(),
  categories: Type.Array(OneOf(capCategories)),
  event: Type.String(),
  responses: Type.Array(OneOf(capResponses)),
  urgency: OneOf(capUrgencies),
  severity: OneOf(capSeverities),
  certainty: OneOf(capCertainties),
  audience: Type.String(),
  eventCodes: Type.Array(Valued),
  effective: Written,
  onset: Written,
  expires: Written,
  senderName: Type.String(),
  headline: Type.String(),
  description: Type.String(),
  instruction: Type.String(),
  web: Type.String(),
  contact: Type.String(),
  parameters: Type.Array(Valued),
  areas: Type.Array(CapArea),
})
export type CapInfo = Static<typeof CapInfo>

export const CapReference = Type.Object({ sender: Type.String(), identifier: Type.String(), sent: Written })
export type CapReference = Static<typeof CapReference>

/** A CAP 1.2 alert as it was read; embedded pictures and signatures are in the kept bytes only. */
export const CapAlert = Type.Object({
  identifier: Type.String(),
  sender: Type.String(),
  sent: Written,
  status: OneOf(capStatuses),
  msgType: OneOf(capMessageTypes),
  source: Type.String(),
  scope: OneOf(capScopes),
  restriction: Type.String(),
  addresses: Type.String(),
  codes: Type.Array(Type.String()),
  note: Type.String(),
  references: Type.Array(CapReference),
  incidents: Type.String(),
  infos: Type.Array(CapInfo),
})
export type CapAlert = Static<typeof CapAlert>

/** So much is taken from an officer's file, and from the county's sender. */
export const largestCapFile = 1024 * 1024
export const largestCapSent = 256 * 1024

/** `POST /api/cap-alerts`: the file as it is, in base64, so that no letter of another encoding is lost on the way. */
export const NewCapAlert = Type.Object(
  {
    how: OneOf(['uploaded', 'pasted'] as const),
    content: Type.String({
      minLength: 1,
      maxLength: Math.ceil(largestCapFile / 3) * 4 + 4,
      pattern: '^[A-Za-z0-9+/]*={0,2}$',
      title: '预警文件',
    }),
  },
  { additionalProperties: false },
)
export type NewCapAlert = Static<typeof NewCapAlert>

/** `known`: it was there already and nothing was changed. */
export const CapReceipt = Type.Object({ id: Id, known: Type.Boolean() })
export type CapReceipt = Static<typeof CapReceipt>

/** As the list shows it. */
export const CapLine = Type.Object({
  id: Id,
  headline: Type.String(),
  event: Type.String(),
  senderName: Type.String(),
  sentAt: Moment,
  expiresAt: Nullable(Moment),
  status: OneOf(capStatuses),
  msgType: OneOf(capMessageTypes),
  severity: Nullable(OneOf(capSeverities)),
  standing: OneOf(capStandings),
  how: OneOf(capWays),
  receivedAt: Moment,
  broadcasts: Type.Integer(),
})
export type CapLine = Static<typeof CapLine>

export const CapQuery = Type.Object(
  { inForce: Type.Optional(Type.Boolean()), ...PageQuery, after: Type.Optional(Id) },
  { additionalProperties: false },
)
export type CapQuery = Static<typeof CapQuery>
export const CapPage = PageOf(CapLine)
export type CapPage = Static<typeof CapPage>

const Ref = Type.Object({ id: Id, headline: Type.String(), msgType: OneOf(capMessageTypes), sentAt: Moment })

export const CapDetail = Type.Object({
  line: CapLine,
  alert: CapAlert,
  /** Which of its infos is shown first: the Chinese one, if there is one. */
  shownInfo: Type.Integer(),
  sha256: Type.String(),
  size: Type.Integer(),
  receivedBy: Nullable(Named),
  /** What is odd and no reason to refuse it. */
  remarks: Type.Array(Type.String()),
  villages: Type.Array(
    Type.Object({ id: Id, name: Type.String(), by: Nullable(OneOf(capMatches)), onMap: Type.Boolean() }),
  ),
  /** Earlier ones it names that we have, and later ones that name it. */
  earlier: Type.Array(Ref),
  later: Type.Array(Ref),
  /** References to alerts that never came here. */
  unknownReferences: Type.Integer(),
  /** Broadcasts made from it, and from those it updates or cancels. */
  broadcasts: Type.Array(
    Type.Object({
      id: Id,
      number: Type.String(),
      title: Type.String(),
      madeAt: Moment,
      ofEarlier: Type.Boolean(),
    }),
  ),
  /** Why no broadcast is made of it; null when one may be. */
  refusal: Nullable(Type.String()),
})
export type CapDetail = Static<typeof CapDetail>

/** `GET /api/cap-alerts/:id/draft`: what the composer begins with. */
export const CapDraft = Type.Object({
  alertId: Id,
  content: BroadcastContent,
  /** The alert's area says nothing of our villages: a person chooses them. */
  villagesUnknown: Type.Boolean(),
})
export type CapDraft = Static<typeof CapDraft>

/** The door for the county's sender; the secret itself is shown once, when it is made. */
export const CapDoor = Type.Object({
  path: Type.String(),
  open: Type.Boolean(),
  madeBy: Nullable(Named),
  madeAt: Nullable(Moment),
  usedAt: Nullable(Moment),
  /** Until when the secret before this one still counts. */
  formerUntil: Nullable(Moment),
})
export type CapDoor = Static<typeof CapDoor>
export const CapSecret = Type.Object({ secret: Type.String(), door: CapDoor })
export type CapSecret = Static<typeof CapSecret>

/** `POST /api/cap-alerts/:id/broadcasts`: a draft begins, new, or about the broadcast of the earlier alert. */
export const CapPassing = Type.Object(
  {
    about: Nullable(Type.Object({ id: Id, how: OneOf(aboutHows) }, { additionalProperties: false })),
  },
  { additionalProperties: false },
)
export type CapPassing = Static<typeof CapPassing>
