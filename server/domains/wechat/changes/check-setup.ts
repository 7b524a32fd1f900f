import type { Static } from 'typebox'
import type { WechatSetup } from '../../../../contract/wechat.ts'
import { readBaseUrl } from '../../../gateways/wecom/api/read-base-url.ts'
import { invalid } from '../../../platform/errors.ts'

/** What the contract cannot say of a set-up: addresses that are some, and a token never without its key. */
export function checkSetup(setup: Static<typeof WechatSetup>): void {
  for (const address of [setup.baseUrl, setup.loginUrl]) if (address) checkAddress(address)
  if (Boolean(setup.callbackToken) !== Boolean(setup.encodingAesKey))
    throw invalid('回调的 Token 和 EncodingAESKey 要一起填。')
}

function checkAddress(address: string): void {
  try {
    readBaseUrl(address)
  } catch {
    throw invalid('接口地址不对，请照管理后台给的地址填写，公网地址要用加密连接。')
  }
}
