import { signPage } from '../../api/sidebar.ts'
import { callClient, isOldClient } from './bridge.ts'

const calls = ['getContext', 'getCurExternalContact', 'getCurExternalChat', 'sendChatMessage']

/** What every further call carries, so that the client knows who asks. */
let proof: object | null = null

/** Asks the client for the rights of our application, by our server's signature of this very address. */
export async function askRights(): Promise<void> {
  const { corpId, agentId, corporation, application } = await signPage(location.href.split('#')[0]!)
  if (isOldClient) {
    await callClient('preVerifyJSAPI', {
      appId: corpId,
      verifyAppId: corpId,
      verifyJsApiList: calls,
      verifySignType: 'sha1',
      verifyTimestamp: String(corporation.timestamp),
      verifyNonceStr: corporation.nonce,
      verifySignature: corporation.signature,
    })
  }
  await callClient('agentConfig', {
    corpid: corpId,
    agentid: String(agentId),
    timestamp: String(application.timestamp),
    nonceStr: application.nonce,
    signature: application.signature,
    jsApiList: calls,
  })
  proof = {
    appId: corpId,
    verifyAppId: corpId,
    verifySignType: 'sha1',
    verifyTimestamp: String(application.timestamp),
    verifyNonceStr: application.nonce,
    verifySignature: application.signature,
  }
}

/** A call of the client with our rights. */
export function callWithRights(name: string, params: object = {}, waitMs?: number) {
  return callClient(name, { ...params, ...proof }, waitMs)
}
