import type { EventName } from '../../contract/event-names.ts'
import type { Access } from '../../server/platform/http/access.ts'

/** What an id in an address or a body names. */
export type Kind =
  | 'appointment'
  | 'case'
  | 'caseClock'
  | 'caseMerge'
  | 'casePerson'
  | 'contact'
  | 'conversation'
  | 'counter'
  | 'deadLetter'
  | 'triageModel'
  | 'file'
  | 'guide'
  | 'guideSlug'
  | 'household'
  | 'householdChange'
  | 'linkedCase'
  | 'mention'
  | 'message'
  | 'officer'
  | 'officerFile'
  | 'phoneTask'
  | 'outcomeCall'
  | 'wechatGap'
  | 'wechatChange'
  | 'wechatLetter'
  | 'wechatAccount'
  | 'chatGroup'
  | 'contactDoor'
  | 'groupDoor'
  | 'reconcile'
  | 'referral'
  | 'handover'
  | 'resident'
  | 'otherResident'
  | 'residentPhone'
  | 'residentRelation'
  | 'residentMerge'
  | 'review'
  | 'script'
  | 'editionProposal'
  | 'editionGuide'
  | 'transcript'
  | 'rumour'
  | 'rumourEvidence'
  | 'broadcast'
  | 'capAlert'
  | 'broadcastTemplate'
  | 'session'
  | 'registerImport'
  | 'registerExport'
  | 'shift'
  | 'spareVillage'
  | 'village'

export type Ids = Record<Kind, string>

/** The objects a request is made of: their ids, and what has to be another one at every use. */
export type Things = Ids & {
  /** Another free time at the counter, at every call. */
  slot: () => string
  /** Another day without anything on it, at every call. */
  day: () => string
  /** Another short word, at every call: keys, codes, names of one kind. */
  word: () => string
  revision: () => Promise<string>
  broadcastDraft: () => Promise<{ version: number; savedAt: string }>
  guideVersion: () => Promise<number>
  scriptDraftedAt: () => Promise<string>
  /** All villages of the station. */
  villages: () => Promise<string[]>
}

type Body = Record<string, unknown>

/** One reviewed route. */
export type Row = {
  /** Method and pattern, as the app registers it. */
  route: string
  access: Access
  stepUp?: true
  /**
   * Of every GET that is not a resident's own: the event by which the log knows who looked at a person (looks.test.ts
   * finds it), or why nobody's data is shown.
   */
  recorded?: EventName | { because: string }
  /** What each parameter names; a text in quotes is a value that always fits. */
  params?: Record<string, Kind | `'${string}'`>
  /** A query that names every object it may name, and what it must have. */
  query?: (things: Things) => Record<string, string>
  /** Valid bodies, which together hold every field of the schema. The first goes with the parameters as it is. */
  bodies?: ((things: Things) => Body | Promise<Body>)[]
  /** SQL that brings the object ($1: the first parameter) back to where the request is possible. */
  reset?: string
  /** The route itself answers 401 or 403 to this request, whoever asks: a wrong token is its own matter. */
  refuses?: 401 | 403
  /** Never ends: only the head of the answer is looked at. */
  stream?: true
  /** Kinds that are taken unchecked inside the request, and why that shows and opens nothing. */
  unchecked?: Partial<Record<Kind, string>>
  /** Nobody has an object of this kind here: the request with an own id is not expected to be found. */
  nothingOwn?: true
  /** Takes seconds of a hash on purpose: tried with fewer values. */
  slow?: true
  /** Whether a request with a valid body is answered with success; other tests show it where it is not here. */
  succeeds?: false
  /** Fields whose text is not kept as it came, and why. */
  notKept?: Record<string, string>
}
