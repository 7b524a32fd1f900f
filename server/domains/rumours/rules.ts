import type { AnswerState, RumourStage } from '../../../contract/vocabulary.ts'

/** The newest approved correction: itself, and from which version on it corrects. */
export type Correction = { version: number; corrects: number }

/**
 * Where somebody stands who asks, by the versions she had. What was wrong comes before what is merely old: a group that
 * got a wrong reply is asked for until it got the correction or a reply made after it. `asksAgain`: it was answered, and
 * somebody asked since.
 */
export function answerState(
  had: number[],
  current: number | null,
  correction: Correction | null,
  correcting = false,
  asksAgain = false,
): AnswerState {
  if (had.length === 0) return 'waiting'
  // We know that something was wrong and have no right words yet: whoever got any is asked for.
  if (correcting) return 'to_correct'
  const newest = Math.max(...had)
  if (correction && newest < correction.version && newest >= correction.corrects) return 'to_correct'
  if (asksAgain) return 'waiting'
  return current !== null && newest < current ? 'behind' : 'answered'
}

/** Where a rumour may go from a stage. What was received once is never received again; the rest stays open. */
export function mayMove(from: RumourStage, to: RumourStage): boolean {
  return from !== to && to !== 'received'
}

/** A correction stands on top for as long as the wrong reply stood, and no less than a day (content: 2.4). */
export function shownUntil(wrongSince: Date, now: Date): Date {
  const day = 86_400_000
  return new Date(now.getTime() + Math.max(day, now.getTime() - wrongSince.getTime()))
}
