import type { Scenario, Settlement, Verdict } from '../../../contract/vocabulary.ts'
import type { Subject } from '../ledger.ts'
import type { Topic } from '../talk/topic.ts'
import type { Person } from '../town.ts'

/** How a resident comes back after the matter was closed. */
export type Return =
  /** She writes into the same conversation; it opens again and is closed a second time. */
  | { kind: 'writes'; at: number; closedAgainAt: number }
  /** She objects to the outcome. */
  | { kind: 'objects'; at: number; closedAgainAt: number }
  /** She, or somebody of her household, begins a new conversation. */
  | { kind: 'asks_anew'; at: number }

/** One matter of the history before it has words: who, what, when, and how it ends. Moments in milliseconds. */
export type Matter = {
  person: Person
  scenario: Scenario
  topic: Topic
  emergency: boolean
  settlement: Settlement
  openedAt: number
  answeredAt: number
  /** When it is closed for the first time; after now: it is still open. */
  closedAt: number
  told: boolean
  verdict: Verdict | null
  /** A second conversation about the same thing begins differently. */
  again: boolean
  comesBack: Return | null
  /** A case is opened then. */
  caseOpenedAt: number | null
  /** At the counter, without a word before. */
  counterOnly: boolean
  /** The slot at the counter; taken by planVisits. */
  visit: Visit | null
  /** What is said, word by word, instead of what the topic offers. */
  lines?: Line[]
  /** Nobody has been given it yet. */
  unassigned?: boolean
  /** Minutes she had searched herself before she asked, and how many after the opening it was written down. */
  ownSearch?: { minutes: number; after: number }
  /** A promise with a deadline of its own; `pausedAt` when its clock stands still. */
  promise?: { dueAt: number; pausedAt: number | null }
}

/** Minutes after the opening, who, and what. */
export type Line = {
  after: number
  by: 'resident' | 'officer' | 'chief' | 'note'
  text: string
  mentionsChief?: boolean
}

export type Visit = {
  startsAt: number
  endsAt: number
  counter: number
  bookedAt: number
  walkIn: boolean
  ends: 'served' | 'no_show' | 'cancelled' | 'booked' | 'arrived'
}

/** Who deals with a matter: mostly the village's auxiliary; what only an officer may decide, the chief decides. */
export type Hands = { officerId: string; deciderId: string }

/** A case that has been written, for what hangs on it. */
export type WrittenCase = { id: string; number: string; subject: Subject; words: string }
