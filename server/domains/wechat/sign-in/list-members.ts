import type { MemberList } from '../../../../contract/wecom-sign-in.ts'
import { ApiError } from '../../../gateways/wecom/api/api-error.ts'
import { listVisibleMembers } from '../../../gateways/wecom/calls/list-visible-members.ts'
import type { Context } from '../../../platform/context.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { officersOfMembers } from '../../officers/wecom/member-views.ts'
import { signInChannel } from './channel-of-code.ts'

/**
 * The corporation's members whom the application sees, each with the officer she is, or the one officer without a member
 * who has her name: a suggestion for a person to confirm, never more.
 */
export async function listMembers(
  context: Pick<Context, 'pool' | 'config'>,
  stationId: string,
): Promise<MemberList> {
  const channel = await signInChannel(context, stationId)
  if (!channel) return { items: [], trouble: '还没有在“设置 · 微信”里填好企业、应用密钥和应用编号。' }
  const members = await listVisibleMembers(channel.api, channel.agentId).catch((error: unknown) => {
    if (error instanceof ApiError) return error.message
    throw error
  })
  if (typeof members === 'string') return { items: [], trouble: members }
  return inStation(context.pool, stationId, async (tx) => {
    const bound = await officersOfMembers(
      tx,
      members.map(({ userId }) => userId),
    )
    const { rows: free } = await tx.client.query(
      `select min(o.id::text) as id, o.name from officers o where o.station_id = $1
         and not exists (select from officer_wecom_members m where m.station_id = $1 and m.officer_id = o.id)
         and not exists (select from officer_suspensions s where s.station_id = $1 and s.officer_id = o.id and s.until_at is null)
       group by o.name having count(*) = 1`,
      [stationId],
    )
    const byName = new Map<string, string>(free.map(({ id, name }) => [name, id]))
    const namesakes = new Set(
      members.map(({ name }) => name).filter((name, index, all) => all.indexOf(name) !== index),
    )
    const items = members.map(({ userId, name }) => {
      const held = bound.get(userId.toLowerCase())
      return {
        userId,
        name,
        officerId: held?.officerId ?? null,
        confirmed: held?.confirmed ?? false,
        suggestedOfficerId: held || namesakes.has(name) ? null : (byName.get(name) ?? null),
      }
    })
    return { items, trouble: null }
  })
}
