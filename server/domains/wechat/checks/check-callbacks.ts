import type { CallbackSource, WechatCheck } from '../../../../contract/wechat.ts'
import type { Context } from '../../../platform/context.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { listSources } from '../list-sources.ts'
import { bad, good, unsure } from './check.ts'

type Place = { name: string; page: string; silent: string; attempt: string }

/** The three places where events are set up, what stays silent without each, and how one sees that it works. */
const places: Record<CallbackSource, Place> = {
  customer_service: {
    name: '微信客服',
    page: '管理后台“应用管理 → 微信客服 → API → 接收事件服务器”',
    silent: '居民来的消息要晚几分钟才到',
    attempt: '用自己的微信扫一个入口的二维码，发一句话',
  },
  application: {
    name: '应用的接收消息',
    page: '管理后台“应用管理 → 自建应用 → 本应用 → 接收消息 → 设置 API 接收”',
    silent: '民警在提醒卡片上点“我来接”没有反应',
    attempt: '在企业微信里打开这个应用，发一句话',
  },
  contacts: {
    name: '客户联系',
    page: '管理后台“客户与上下游 → 客户联系 → API → 接收事件服务器”（或在应用的“接收消息”里勾选“外部联系人变更回调”）',
    silent: '加好友时没有问候，好友和村群的变化要到夜里核对才知道',
    attempt: '请一位民警给一位企业微信好友改个备注，或给村群改个名字',
  },
}

/** Whether WeCom's callbacks are signed with the keys that count, and whether any came from each place: one that was forgotten says nothing. */
export async function checkCallbacks(
  { pool }: Pick<Context, 'pool'>,
  stationId: string,
  newestKey: string | null,
): Promise<WechatCheck[]> {
  if (!newestKey) return [bad('callback', '还没有填回调的 Token 和 EncodingAESKey。')]
  const { verified, sources } = await inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query(
      'select verified_secret from wechat_channels where station_id = $1',
      [stationId],
    )
    return { verified: rows[0]?.verified_secret as string | null, sources: await listSources(tx) }
  })
  return [
    checkKey(verified, newestKey),
    ...sources.map(({ source, heardAt, signedWith }) => {
      const { name, page, silent, attempt } = places[source]
      const step = `callback_${source}`
      if (!heardAt)
        return unsure(
          step,
          `${name}：还没有收到过通知。没设好的话，${silent}。请核对${page}，地址、Token 和 EncodingAESKey 三处填一样的；再${attempt}试试。`,
        )
      if (signedWith === 'old')
        return bad(
          step,
          `${name}：上一次通知用的还是换掉的旧密钥，旧的到期后就收不到，${silent}。请到${page}换成新的。`,
        )
      return good(step, `${name}：收到过通知，签名对。`)
    }),
  ]
}

function checkKey(verified: string | null, newestKey: string): WechatCheck {
  if (!verified)
    return bad(
      'callback',
      `还没有收到过企业微信的回调。请把上面的地址填到${places.customer_service.page}并保存，再让人发一条消息试试。`,
    )
  if (verified !== newestKey)
    return bad(
      'callback',
      `企业微信还在用换掉的旧 Token 和 EncodingAESKey。请把新的填到${places.customer_service.page}并保存；旧的到期后就不再接受。`,
    )
  return good('callback', '企业微信用现在的 Token 和 EncodingAESKey 签名，收得到。')
}
