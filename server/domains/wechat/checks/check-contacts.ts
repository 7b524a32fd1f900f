import type { WechatCheck } from '../../../../contract/wechat.ts'
import type { Api } from '../../../gateways/wecom/api/api.ts'
import { listFollowUsers } from '../../../gateways/wecom/calls/list-follow-users.ts'
import { bad, good, refusalOf } from './check.ts'

/** Whether the application may call 客户联系, and whether anybody works with it: contacts, village groups and broadcasts hang on both. */
export async function checkContacts(api: Api): Promise<WechatCheck> {
  try {
    const members = await listFollowUsers(api)
    if (members.length > 0) return good('contacts', `客户联系能用，${members.length} 位成员有权限。`)
    return bad(
      'contacts',
      '没有一位成员有客户联系的权限，加不了好友、建不了村群。请在管理后台“客户与上下游 → 客户联系 → 权限配置”的使用范围里加上民警。',
    )
  } catch (error) {
    return bad('contacts', `客户联系（好友、村群、群发）不能用：${refusalOf(error).message}`)
  }
}
