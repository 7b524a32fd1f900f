import type { FraudStage, Library } from '../../../../contract/vocabulary.ts'

/** A script as it is delivered with a new station; an officer approves it before anybody can send it. */
export type StarterScript = {
  /** Library prefix and number, 'AF01'. Never given to another script: cases and sent messages keep it. */
  code: string
  scenario: Library
  /** The shelf of its library, at most ten characters. */
  topic: string
  title: string
  /** At most 120 characters; a variable in braces counts as four. */
  body: string
  /** The same in a breath, for reading aloud: at most 60 characters, no variables, numbers as they are spoken. */
  spoken: string
  /** Of a script against fraud: the moment it is for. */
  stage?: FraudStage
  /** Words residents use, 6 to 14. */
  keywords: string[]
  /** How residents put it, in whole sentences: for matching, never shown. */
  askedAs: string[]
  /** Laws and notices the wording rests on, each with its articles and its date. */
  sources: string[]
  /** The sources in one line. */
  basis: string
  /** May a village auxiliary send it without asking an officer. */
  auxiliaryMay: boolean
  /** Day (YYYY-MM-DD) after which it must be read again before it is sent. */
  expiresOn: string
}

/** Words are written in one line, which is read and mended more easily than a column of them. */
export function split(words: string, by = ' '): string[] {
  return words.split(by)
}

/** As it is written down in the files of a library. */
export type ScriptText = Omit<StarterScript, 'basis' | 'askedAs'>

/** Six months for what waits for local confirmation, a year for what was read in the law. */
export const recheckOn = '2027-05-23'
export const rereadOn = '2027-11-23'
