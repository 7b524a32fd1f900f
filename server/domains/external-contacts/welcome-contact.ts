import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { sendWelcome } from '../../gateways/wecom/calls/send-welcome.ts'
import type { Context } from '../../platform/context.ts'
import { inStation } from '../../platform/tenancy.ts'
import type { ContactChange } from './follow-change.ts'

/** The code's twenty seconds, less what the call may take. */
const codeMs = 18_500

/** Greets who has just added a work account. A courtesy: what goes wrong is noted and nothing waits for it. */
export async function welcomeContact(
  { pool }: Pick<Context, 'pool'>,
  api: Api,
  stationId: string,
  change: ContactChange,
): Promise<{ failCode: string | null }> {
  if (Date.now() - change.at * 1000 > codeMs) return { failCode: 'late' }
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `select s.name, s.phone, (select v.name from contact_doors d join villages v on v.station_id = $1 and v.id = d.village_id
         where d.station_id = $1 and d.state = $2) as village from stations s where s.id = $1`,
      [stationId, change.state],
    ),
  )
  const { name, phone, village } = rows[0]
  const text = [
    `您好，这里是${name}${village ? `（${village}）` : ''}，这是民警的工作微信。`,
    '有事直接发文字、语音或照片，看到就回。我们不会让您转账，也不会问您要验证码。',
    `遇到危险、正在发生的急事，请马上拨打110。${phone ? `派出所电话 ${phone}。` : ''}`,
  ].join('\n')
  try {
    await sendWelcome(api, change.welcomeCode, text)
    return { failCode: null }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    // 41096: it has been sent already, by the try before this one.
    return { failCode: error.errcode === 41096 ? null : String(error.errcode ?? error.kind) }
  }
}
