import { explainErrcode } from '../../gateways/wecom/api/explain-errcode.ts'
import type { Tx } from '../../platform/tenancy.ts'

/**
 * Greetings of the last three days that did not go out, of customer service and of work accounts, by why: most often first. A
 * greeting is a courtesy that nothing waits for, so this count is the only place where one sees that none goes out any more.
 */
export async function listUngreeted(tx: Tx): Promise<{ count: number; why: string }[]> {
  const { rows } = await tx.client.query({
    name: 'list-wechat-ungreeted',
    text: `select code, sum(n)::int as count from (
        select substr(fail_code, 9) as code, count(*) as n from kf_messages
          where station_id = $1 and fail_code like 'welcome\\_%' and pulled_at > clock_timestamp() - interval '3 days' group by 1
        union all
        select welcome_fail, count(*) from work_contacts
          where station_id = $1 and welcome_fail is not null and followed_at > clock_timestamp() - interval '3 days' group by 1
      ) failed group by code order by count desc, code`,
    values: [tx.stationId],
  })
  return rows.map(({ code, count }) => ({ count, why: whyOf(code) }))
}

function whyOf(code: string): string {
  if (code === 'late') return '轮到时已过了 20 秒，企业微信不再让发。'
  if (/^-?\d+$/.test(code)) {
    const { meaning, mend } = explainErrcode(Number(code))
    return `${meaning}${mend}（错误码 ${code}）`
  }
  return '当时连不上企业微信的服务器。'
}
