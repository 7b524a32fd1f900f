import type { WechatCheck } from '../../../contract/wechat.ts'
import type { Context } from '../../platform/context.ts'
import { forgetChannel, loadChannel } from './channel.ts'
import { bad } from './checks/check.ts'
import { checkAccounts } from './checks/check-accounts.ts'
import { checkApplication } from './checks/check-application.ts'
import { checkCallbacks } from './checks/check-callbacks.ts'
import { checkContacts } from './checks/check-contacts.ts'
import { checkMembers } from './checks/check-members.ts'
import { checkPages } from './checks/check-pages.ts'
import { checkSecret } from './checks/check-secret.ts'

/**
 * Tries at the real server each thing the station uses, and says of each what is wrong and on which page of the admin
 * console it is mended: nothing is called well that was not tried. Nobody gets a message. `host` is where the workbench is
 * opened. Without a connection nothing after it is tried.
 */
export async function checkChannel(
  context: Pick<Context, 'pool' | 'config'>,
  stationId: string,
  host: string,
): Promise<WechatCheck[]> {
  forgetChannel(context, stationId)
  const channel = await loadChannel(context, stationId)
  if (!channel?.api) return [bad('secret', '还没有填企业 ID 和应用的 Secret。')]
  const { api, agentId } = channel
  const { connected, checks } = await checkSecret(channel, api)
  if (!connected) return checks
  const { application, checks: ofApplication } = await checkApplication(api, agentId)
  return [
    ...checks,
    ...ofApplication,
    ...(application && !application.byTags ? await checkMembers(context, stationId, api, agentId!) : []),
    ...(await checkPages(api, application, host)),
    await checkAccounts(context, stationId, api),
    await checkContacts(api),
    ...(await checkCallbacks(context, stationId, channel.seals[0]?.secretId ?? null)),
  ]
}
