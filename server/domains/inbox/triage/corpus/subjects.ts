import type { Office, Scenario } from '../../../../../contract/vocabulary.ts'

type Subject = Exclude<Scenario, 'other_office'> | Office

/**
 * Messages as whole people write them, of every subject, urgent and calm, with the same everyday words in both.
 * `subjectDoubtful`: whose matter the calm ones are is a matter of opinion; they teach what is no danger, and which
 * office is meant where one is.
 */
export type Voices = {
  subjectDoubtful?: true
  urgent: Partial<Record<Subject, string[]>>
  calm: Partial<Record<Subject, string[]>>
}
