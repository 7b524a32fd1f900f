import type { Api } from './api.ts'
import { ApiError } from './api-error.ts'
import type { ApiRequest } from './api-request.ts'
import { explainErrcode } from './explain-errcode.ts'
import type { TokenSource } from './token-source.ts'

type Answered<Value> = { errcode: number; errmsg: string; value: Value }

const pauses = [500, 2000, 6000]

/**
 * The rules of asking again: a token that is not taken is renewed once; a busy server is asked three times more,
 * after growing pauses; a throttled one not at all; any other refusal stands. No answer at all is not repeated
 * here: only who made the call knows whether it may happen twice. tokens is undefined for gettoken itself.
 */
export async function exchange<Value>(
  api: Omit<Api, 'tokens'>,
  request: ApiRequest,
  tokens: TokenSource | undefined,
  send: (token: string | undefined) => Promise<Answered<Value>>,
): Promise<Value> {
  const { path } = request
  const lane = request.lane ?? path
  let renewed = tokens === undefined
  let waits = 0
  for (;;) {
    const blocked = api.throttle.blockedUntil(lane)
    if (blocked) throw new ApiError('throttled', path, { errcode: 45009, tryAgainAt: blocked })
    const token = await tokens?.take()
    const { errcode, errmsg, value } = await sendObserved(api, path, () => send(token))
    if (errcode === 0) {
      api.throttle.clear(lane)
      return value
    }
    const { retry } = explainErrcode(errcode)
    const detail = withoutSecrets(errmsg, [api.config.secret, ...(api.config.formerSecrets ?? []), token])
    if (retry === 'token' && tokens && token !== undefined && !renewed) {
      renewed = true
      tokens.reject(token)
    } else if (retry === 'wait' && waits < pauses.length) {
      if (errcode === 45033) api.gate.lower()
      // Spread, so that those who were refused together do not come back together.
      await api.config.wait(pauses[waits++]! * (0.75 + Math.random() / 2))
    } else if (retry === 'later') {
      throw new ApiError('throttled', path, { errcode, detail, tryAgainAt: api.throttle.hit(lane) })
    } else {
      throw new ApiError('refused', path, { errcode, detail })
    }
  }
}

async function sendObserved<Value>(
  api: Omit<Api, 'tokens'>,
  path: string,
  send: () => Promise<Answered<Value>>,
): Promise<Answered<Value>> {
  const leave = await api.gate.enter()
  const begun = performance.now()
  let errcode: number | undefined
  try {
    const answered = await send()
    errcode = answered.errcode
    return answered
  } finally {
    leave()
    api.config.observe?.({ path, errcode, milliseconds: performance.now() - begun })
  }
}

/** The server's words help an administrator, its address in them above all; some echo what was sent. */
function withoutSecrets(errmsg: string, secrets: (string | undefined)[]): string {
  let text = errmsg.slice(0, 300)
  for (const secret of secrets) if (secret) text = text.replaceAll(secret, '…')
  return text
}
