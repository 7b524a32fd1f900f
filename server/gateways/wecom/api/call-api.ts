import type { Api } from './api.ts'
import type { ApiAnswer, ApiRequest } from './api-request.ts'
import { exchange } from './exchange.ts'
import { readAnswer } from './read-answer.ts'
import { sendRequest } from './send-request.ts'

/** A page of 1,000 messages with long texts is a few megabytes; this is what no honest answer reaches. */
const maxAnswer = 32 * 1024 * 1024

/** One call that answers JSON. Throws ApiError. What comes back is not to be trusted: read it field by field. */
export async function callApi(api: Api, request: ApiRequest): Promise<ApiAnswer> {
  const { timeoutMs = 10_000, mediaTimeoutMs = 60_000, maxAnswerBytes = maxAnswer } = api.config
  return exchange(api, request, api.tokens, async (token) => {
    const response = await sendRequest(api.base, request, token, request.form ? mediaTimeoutMs : timeoutMs)
    const read = await readAnswer(response, request, maxAnswerBytes)
    return { ...read, value: read.answer }
  })
}
