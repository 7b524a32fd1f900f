import { cue } from './guards.ts'
import { listenForDanger } from './listen-for-danger.ts'
import { readLetters } from './read-letters.ts'

const other = cue.longAgo | cue.daysAgo | cue.notPaid | cue.screen | cue.drill | cue.rumour | cue.hypothesis

/** Somebody says that money has been paid, and not long ago, not in a film or a story, and not that it was not. */
export function saysPaid(text: string): boolean {
  const { whole } = listenForDanger(readLetters(text))
  return (whole & cue.paid) !== 0 && (whole & other) === 0
}
