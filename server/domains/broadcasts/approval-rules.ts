import type { ApprovalAnswer, BroadcastStep, BroadcastUrgency } from '../../../contract/vocabulary.ts'

export type ApprovalCase = {
  state: BroadcastStep
  urgency: BroadcastUrgency
  /** Has the permission broadcasts.approve, and is the chief. */
  permitted: boolean
  chief: boolean
  /** Wrote any version of it. */
  wrote: boolean
}

/**
 * Who may let a broadcast go out. Four eyes: whoever wrote any of it may not. An emergency needs one named person who may
 * approve; the chief may be the one even when she wrote it, because at night she may be alone. That it was so is logged.
 */
export function mayApprove({ state, urgency, permitted, chief, wrote }: ApprovalCase): ApprovalAnswer {
  if (!permitted) return 'no_permission'
  if (state !== 'submitted') return 'not_waiting'
  if (!wrote) return 'yes'
  return urgency === 'emergency' && chief ? 'yes' : 'own'
}
