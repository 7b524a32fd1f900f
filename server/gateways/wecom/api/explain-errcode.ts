import { type ErrcodeExplanation, errcodes } from './errcodes.ts'

export function explainErrcode(errcode: number): ErrcodeExplanation {
  return errcodes.get(errcode) ?? unknown
}

const unknown: ErrcodeExplanation = {
  meaning: '企业微信拒绝了这次调用。',
  mend: '请按错误码在企业微信“错误码查询工具”中查看原因。',
  retry: 'never',
}
