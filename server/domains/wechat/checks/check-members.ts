import type { WechatCheck } from '../../../../contract/wechat.ts'
import type { Api } from '../../../gateways/wecom/api/api.ts'
import { listVisibleMembers } from '../../../gateways/wecom/calls/list-visible-members.ts'
import type { Context } from '../../../platform/context.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { membersOfOfficers } from '../../officers/wecom/member-views.ts'
import { appPage, bad, good, refusalOf } from './check.ts'

/** Whether the application sees every officer who signs in by WeCom: whom it does not see gets no reminder and cannot sign in. */
export async function checkMembers(
  { pool }: Pick<Context, 'pool'>,
  stationId: string,
  api: Api,
  agentId: number,
): Promise<WechatCheck[]> {
  const bound = await inStation(pool, stationId, (tx) => membersOfOfficers(tx))
  if (bound.size === 0) return []
  try {
    const seen = new Set((await listVisibleMembers(api, agentId)).map(({ userId }) => userId.toLowerCase()))
    const missing = [...bound.values()].filter(
      ({ userId, active }) => active && !seen.has(userId.toLowerCase()),
    )
    if (missing.length === 0) return [good('members', '绑定了企业微信的民警都在应用的可见范围内。')]
    const names = missing.map(({ name }) => name).join('、')
    return [bad('members', `${names} 不在应用的可见范围内，收不到提醒。请在${appPage}的“可见范围”里加上。`)]
  } catch (error) {
    return [bad('members', `应用的可见范围：${refusalOf(error).message}`)]
  }
}
