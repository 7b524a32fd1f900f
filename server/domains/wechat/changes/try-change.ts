import type { Static } from 'typebox'
import type { WechatSetup } from '../../../../contract/wechat.ts'
import { ApiError } from '../../../gateways/wecom/api/api-error.ts'
import { callApi } from '../../../gateways/wecom/api/call-api.ts'
import { connectApi } from '../../../gateways/wecom/api/connect-api.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { newestSecret } from '../newest-secret.ts'
import { checkSetup } from './check-setup.ts'
import { identityAfter, identityChanges, readIdentity } from './identity.ts'

/**
 * Tries another corporation or server before anybody is asked about it, so that a second person's yes cannot cut the
 * station off by a slip of the pen. Throws what the server says, with the page where to mend it. A first set-up and
 * new secrets alone are not tried here: the set-up page has its own button for that.
 */
export async function tryChange(
  context: Pick<Context, 'pool' | 'config'>,
  stationId: string,
  setup: Static<typeof WechatSetup>,
): Promise<void> {
  checkSetup(setup)
  const { before, kept } = await inStation(context.pool, stationId, async (tx) => ({
    before: await readIdentity(tx),
    kept: await newestSecret(tx, context.config.dataDir),
  }))
  if (!before) return
  const { corpId, baseUrl } = identityAfter(before, setup)
  if (identityChanges(before, identityAfter(before, setup)).length === 0) return
  const secret = setup.secret ?? kept
  if (!secret) throw invalid('请把应用的 Secret 一起填上，才能先试一下新的企业和地址通不通。')
  try {
    await callApi(connectApi({ baseUrl, corpId, secret }), {
      method: 'GET',
      path: 'getcallbackip',
      expects: 'ip_list',
    })
  } catch (error) {
    if (error instanceof ApiError)
      throw invalid(`照新填的试了一下，没有通，所以还没有提出申请。${error.message}`)
    throw error
  }
}
