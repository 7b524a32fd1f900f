import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { listOf, recordOf, textOf, textsOf } from '../api/untrusted.ts'

export type KfCustomer = {
  externalUserId: string
  nickname: string
  avatar: string
  unionId: string
  scene: string
  sceneParam: string
}

/** kf/customer/batchget, 1 to 100 ids; perhaps only those of the last 48 hours are known to the server. */
export async function getKfCustomers(
  api: Api,
  externalUserIds: string[],
): Promise<{ customers: KfCustomer[]; unknown: string[] }> {
  const answer = await callApi(api, {
    method: 'POST',
    path: 'kf/customer/batchget',
    body: { external_userid_list: externalUserIds, need_enter_session_context: 1 },
    expects: 'customer_list',
  })
  const customers = listOf(answer['customer_list'], (item) => {
    const customer = recordOf(item)
    const context = recordOf(customer['enter_session_context'])
    return {
      externalUserId: textOf(customer['external_userid']),
      nickname: textOf(customer['nickname']),
      avatar: textOf(customer['avatar']),
      unionId: textOf(customer['unionid']),
      scene: textOf(context['scene']),
      sceneParam: textOf(context['scene_param']),
    }
  })
  return { customers, unknown: textsOf(answer['invalid_external_userid']) }
}
