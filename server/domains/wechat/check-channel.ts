import type { WechatCheck } from '../../../contract/wechat.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { callApi } from '../../gateways/wecom/api/call-api.ts'
import type { Context } from '../../platform/context.ts'
import { inStation } from '../../platform/tenancy.ts'
import { forgetChannel, loadChannel } from './channel.ts'
import { learnAccounts } from './learn-accounts.ts'

/**
 * Goes through the set-up at the real server, step by step, and says of each what is wrong and on which page of the
 * admin console it is mended. The accounts that were found become ours. A later step is not tried after a failed one.
 */
export async function checkChannel(
  context: Pick<Context, 'pool' | 'config'>,
  stationId: string,
): Promise<WechatCheck[]> {
  forgetChannel(context, stationId)
  const channel = await loadChannel(context, stationId)
  const checks: WechatCheck[] = []
  const say = (step: string, ok: boolean, words: string) => checks.push({ step, ok, words })
  if (!channel?.api) {
    say('secret', false, '还没有填企业 ID 和应用的 Secret。')
    return checks
  }
  const { api } = channel
  try {
    await callApi(api, { method: 'GET', path: 'getcallbackip', expects: 'ip_list' })
    say('secret', true, '企业 ID、Secret 和可信 IP 都对，企业微信能连上。')
  } catch (error) {
    say('secret', false, wordsOf(error))
    return checks
  }
  try {
    const accounts = await learnAccounts(context, api, stationId)
    const granted = accounts.filter(({ managed }) => managed)
    const none =
      '还没有授权给本应用的客服账号。请在管理后台“应用管理 → 微信客服 → API”里，把账号加入本应用的“可管理的客服账号”。'
    say(
      'accounts',
      granted.length > 0,
      granted.length > 0 ? `能用的客服账号：${granted.map(({ name }) => name).join('、')}。` : none,
    )
  } catch (error) {
    say('accounts', false, wordsOf(error))
  }
  const { verified_secret: signedWith } = await inStation(context.pool, stationId, async (tx) => {
    const { rows } = await tx.client.query(
      'select verified_secret from wechat_channels where station_id = $1',
      [stationId],
    )
    return rows[0] as { verified_secret: string | null }
  })
  if (channel.seals.length === 0) say('callback', false, '还没有填回调的 Token 和 EncodingAESKey。')
  else if (!signedWith)
    say(
      'callback',
      false,
      '还没有收到过企业微信的回调。请把下面的地址填到管理后台“应用管理 → 微信客服 → API → 接收事件服务器”并保存，再让人发一条消息试试。',
    )
  else if (signedWith !== channel.seals[0]!.secretId)
    say(
      'callback',
      false,
      '企业微信还在用换掉的旧 Token 和 EncodingAESKey。请把新的填到管理后台“应用管理 → 微信客服 → API → 接收事件服务器”并保存；旧的到期后就不再接受。',
    )
  else say('callback', true, '企业微信用现在的 Token 和 EncodingAESKey 签名，收得到。')
  return checks
}

function wordsOf(error: unknown): string {
  if (error instanceof ApiError) return error.message
  throw error
}
