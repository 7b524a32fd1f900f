/** The closed lists of a person's entry; the database checks the same words (database/migrations/0120_register.sql). */

/** What makes hearing, reading or coming hard for her, so that she is answered in a way that reaches her. No judgement. */
export const needs = [
  'hearing',
  'sight',
  'reading',
  'speech',
  'walking',
  'large_letters',
  'speak_slowly',
  'by_phone',
  'with_family',
] as const
export type Need = (typeof needs)[number]

/** Whose a further number is. */
export const phoneOwners = ['own', 'family', 'neighbour', 'committee'] as const
export type PhoneOwner = (typeof phoneOwners)[number]

/** What `from` is to `to`. */
export const relationKinds = [
  'parent',
  'spouse',
  'sibling',
  'grandparent',
  'guardian',
  'carer',
  'contact_person',
] as const
export type RelationKind = (typeof relationKinds)[number]

/** What is known of a person is used for these, and for nothing else. */
export const purposes = ['register', 'notices', 'phone', 'volunteers', 'committee', 'pictures'] as const
export type Purpose = (typeof purposes)[number]
/** Those she may refuse. The register itself is the station's duty. */
export const freePurposes = ['notices', 'phone', 'volunteers', 'committee', 'pictures'] as const
export type FreePurpose = (typeof freePurposes)[number]

/** `not_asked`: there is no answer of hers. */
export const consentStates = ['by_duty', 'not_asked', 'in_force', 'refused', 'withdrawn'] as const
export type ConsentState = (typeof consentStates)[number]

/** How she said it. `page`: herself, on her phone; `law`: written by a merge of two entries. */
export const consentWays = ['spoken', 'written', 'page', 'guardian', 'law'] as const
export type ConsentWay = (typeof consentWays)[number]

/** Why two entries may be of one person. */
export const duplicateReasons = ['phone', 'door', 'name', 'sound', 'nickname', 'birthday'] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

/** What two entries may say differently, so that one of them has to be chosen. */
export const mergeFields = ['name', 'phone', 'bornOn', 'household', 'note'] as const
export type MergeField = (typeof mergeFields)[number]
