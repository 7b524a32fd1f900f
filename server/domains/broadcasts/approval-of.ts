import type { ApprovalAnswer } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { mayApprove } from './approval-rules.ts'
import type { Standing } from './find-broadcast.ts'

/** Whether this officer may let it go out now. */
export function approvalOf(
  session: OfficerSession,
  { state, urgency, writers }: Pick<Standing, 'state' | 'urgency' | 'writers'>,
): ApprovalAnswer {
  return mayApprove({
    state,
    urgency,
    permitted: session.permissions.has('broadcasts.approve'),
    chief: session.role === 'chief',
    wrote: writers.includes(session.officerId),
  })
}
