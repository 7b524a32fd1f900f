import type { WechatCheck } from '../../../../contract/wechat.ts'
import type { Api } from '../../../gateways/wecom/api/api.ts'
import { listServicers } from '../../../gateways/wecom/calls/list-servicers.ts'
import type { Context } from '../../../platform/context.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { learnAccounts } from '../learn-accounts.ts'
import { bad, good, refusalOf } from './check.ts'

const grantPage = '管理后台“应用管理 → 微信客服 → API”'

/** Which accounts were granted and really let themselves be used; those that were found become ours. */
export async function checkAccounts(
  context: Pick<Context, 'pool'>,
  stationId: string,
  api: Api,
): Promise<WechatCheck> {
  try {
    const accounts = await learnAccounts(context, api, stationId)
    const granted = accounts.filter(({ managed }) => managed)
    if (granted.length === 0)
      return bad(
        'accounts',
        `还没有授权给本应用的客服账号。请在${grantPage}里，把账号加入本应用的“可管理的客服账号”。`,
      )
    const lost = await listLost(
      context,
      stationId,
      granted.map(({ openKfid }) => openKfid),
    )
    if (lost.length > 0)
      return bad(
        'accounts',
        `客服账号 ${lost.join('、')} 在用，却不再授权给本应用，收不到也回不了。请在${grantPage}里，把它加回本应用的“可管理的客服账号”。`,
      )
    for (const { openKfid, name } of granted.slice(0, mostTried)) {
      const refusal = await tryAccount(api, openKfid)
      if (refusal) return bad('accounts', `客服账号“${name}”不能用：${refusal}`)
    }
    return good('accounts', `能用的客服账号：${granted.map(({ name }) => name).join('、')}。`)
  } catch (error) {
    return bad('accounts', `微信客服：${refusalOf(error).message}`)
  }
}

/** Each costs a call. */
const mostTried = 20

/** A read that changes nothing and is refused like all that is done with an account. */
const tryAccount = (api: Api, openKfid: string): Promise<string | null> =>
  listServicers(api, openKfid).then(
    () => null,
    (error) => refusalOf(error).message,
  )

/** Accounts that residents use or have a printed code of, and that are no longer granted. */
async function listLost(
  { pool }: Pick<Context, 'pool'>,
  stationId: string,
  granted: string[],
): Promise<string[]> {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `select coalesce(nullif(a.name, ''), a.open_kfid) as name from kf_accounts a where a.station_id = $1 and a.open_kfid <> all($2)
         and (a.last_message_at is not null
           or exists (select from kf_doors d where d.station_id = $1 and d.open_kfid = a.open_kfid)) order by 1`,
      [stationId, granted],
    ),
  )
  return rows.map(({ name }) => name)
}
