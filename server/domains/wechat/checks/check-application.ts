import type { WechatCheck } from '../../../../contract/wechat.ts'
import type { Api } from '../../../gateways/wecom/api/api.ts'
import { type Application, getApplication } from '../../../gateways/wecom/calls/get-application.ts'
import { tryAppMessage } from '../../../gateways/wecom/calls/try-app-message.ts'
import { appPage, bad, good, refusalOf } from './check.ts'

const needed = '民警扫码登录、收提醒、在侧边栏里看居民都要用它。'

/** Whether the AgentId is the secret's application, it runs, somebody sees it, and it may send messages. Nobody gets one. */
export async function checkApplication(
  api: Api,
  agentId: number | null,
): Promise<{ application: Application | null; checks: WechatCheck[] }> {
  if (!agentId) {
    const words = `还没有填应用的 AgentId。${needed}请在${appPage}抄下来，填到上面第一步。`
    return { application: null, checks: [bad('application', words)] }
  }
  let application: Application
  try {
    application = await getApplication(api, agentId)
  } catch (error) {
    return { application: null, checks: [bad('application', `应用：${refusalOf(error).message}`)] }
  }
  const { name, closed, visible } = application
  const check = closed
    ? bad('application', `应用“${name}”已停用。请在${appPage}重新启用。`)
    : visible
      ? good('application', `AgentId 是应用“${name}”的，和 Secret 是一对。`)
      : bad('application', `应用“${name}”的可见范围里没有人。请在${appPage}的“可见范围”里加上全所民警。`)
  return { application, checks: [check, await checkMessages(api, agentId)] }
}

async function checkMessages(api: Api, agentId: number): Promise<WechatCheck> {
  try {
    await tryAppMessage(api, agentId)
    return good('messages', '能给民警发提醒（这次没有发给任何人）。')
  } catch (error) {
    return bad('messages', `不能给民警发提醒：${refusalOf(error).message}`)
  }
}
