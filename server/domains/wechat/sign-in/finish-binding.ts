import type { WecomRefusal } from '../../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/errors.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { claimMember } from '../../officers/wecom/claim-member.ts'
import type { SignInChannel } from './channel-of-code.ts'
import { memberOfCode } from './finish-journey.ts'

/** The signed-in officer came back from WeCom to show which member she is: it is bound. */
export async function finishBinding(
  context: Pick<Context, 'pool'>,
  channel: SignInChannel,
  session: OfficerSession,
  code: string | undefined,
  requestId: string,
): Promise<WecomRefusal | 'bound'> {
  if (session.stationId !== channel.stationId) return 'foreign_state'
  const member = await memberOfCode(channel, code)
  if ('refusal' in member) return member.refusal
  try {
    const actor = { kind: 'officer', id: session.officerId, requestId } as const
    await inStation(context.pool, session.stationId, (tx) => claimMember(tx, actor, member.userId))
    return 'bound'
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return 'taken'
    throw error
  }
}
