import type { FraudStage, Library } from '../../../../contract/vocabulary.ts'

/** A script as it is delivered with a new station; an officer approves it before anybody can send it. */
export type StarterScript = {
  /** Library prefix and number, 'AF01'. */
  code: string
  scenario: Library
  title: string
  /** At most 120 characters; a variable in braces counts as four. */
  body: string
  /** Words residents use, 4 to 12. */
  keywords: string[]
  /** Law or notice the wording rests on. */
  basis: string
  /** May a village auxiliary send it without asking an officer. */
  auxiliaryMay: boolean
  /** Day (YYYY-MM-DD) after which it must be read again before it is sent. */
  expiresOn: string
  /** What within the library it is about, at most 20 characters. */
  topic?: string
  /** A shorter form to be read aloud. */
  spoken?: string
  /** Of fraud scripts: how far the swindle has come. */
  stage?: FraudStage
  /** Where what it says was read: laws, notices, addresses. */
  sources?: string[]
}

/** Six months for what waits for local confirmation, a year for what was read in the law. */
export const recheckOn = '2027-05-23'
export const rereadOn = '2027-11-23'
