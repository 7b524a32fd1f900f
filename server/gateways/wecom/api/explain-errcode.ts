import { errcodes } from './errcodes.ts'

/**
 * never: the same call would be refused again. token: with a new token, once. wait: after a pause, three times at
 * most. later: not before the block is over, which lasts as long as the window that was exceeded.
 */
export type Retry = 'never' | 'token' | 'wait' | 'later'

/** meaning: what is wrong. mend: what to do, and on which page of the admin console. Sentences to be joined. */
export type ErrcodeExplanation = { meaning: string; mend: string; retry: Retry }

export function explainErrcode(errcode: number): ErrcodeExplanation {
  return errcodes.get(errcode) ?? unknown
}

const unknown: ErrcodeExplanation = {
  meaning: '企业微信拒绝了这次调用。',
  mend: '请按错误码在企业微信“错误码查询工具”中查看原因。',
  retry: 'never',
}
