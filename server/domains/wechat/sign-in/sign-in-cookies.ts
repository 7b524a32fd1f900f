import type { Context } from '../../../platform/context.ts'
import type { Auth } from '../../officers/create-auth.ts'
import { codeMinutes } from '../../officers/wecom/give-code.ts'
import { sealedCookie } from './sealed-cookie.ts'

/** What a browser set out for: `sessionId` when a signed-in officer means to bind her member. */
export type Journey = { state: string; stationCode: string; to: string; sessionId?: string }

/** The cookies of a sign-in by WeCom: the journey, and the session that waits for its one-time code. */
export function signInCookies(context: Pick<Context, 'config'>, { secret }: Pick<Auth, 'secret'>) {
  return {
    journey: sealedCookie<Journey>(context, {
      name: 'lianxinqiao.wecom_state',
      path: '/api/wecom',
      seconds: 10 * 60,
      secret,
    }),
    waiting: sealedCookie<{ token: string }>(context, {
      name: 'lianxinqiao.wecom_waiting',
      path: '/api/session/wecom-code',
      seconds: codeMinutes * 60,
      secret,
    }),
  }
}
