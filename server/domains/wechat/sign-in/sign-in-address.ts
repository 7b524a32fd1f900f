import { publicBaseUrl } from '../../../gateways/wecom/api/api-config.ts'
import { signInUrlInBrowser, signInUrlInsideClient } from '../../../gateways/wecom/calls/sign-in-url.ts'
import type { Channel } from '../channel.ts'

type Journey = { userAgent: string; redirectUri: string; state: string }

/** Where a browser goes to sign in: inside WeCom's client without a question, elsewhere to a QR code. */
export function signInAddress(channel: Channel & { agentId: number }, journey: Journey): string {
  const { corpId, agentId, baseUrl, loginUrl } = channel
  // The government edition and our twin have no other hosts.
  const own = loginUrl ?? (baseUrl === publicBaseUrl ? null : baseUrl)
  const { redirectUri, state } = journey
  const given = { corpId, agentId, redirectUri, state }
  return isInsideClient(journey.userAgent)
    ? signInUrlInsideClient({ ...given, host: own ?? 'https://open.weixin.qq.com' })
    : signInUrlInBrowser({ ...given, host: own ?? 'https://login.work.weixin.qq.com' })
}

/** The client of WeCom on phones and on the desktop says so. */
function isInsideClient(userAgent: string): boolean {
  return /\bwxwork\//i.test(userAgent)
}
