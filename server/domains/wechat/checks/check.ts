import type { WechatCheck } from '../../../../contract/wechat.ts'
import { ApiError } from '../../../gateways/wecom/api/api-error.ts'

export const good = (step: string, words: string): WechatCheck => ({ step, ok: true, words })
export const bad = (step: string, words: string): WechatCheck => ({ step, ok: false, words })
/** Neither: not to be shown as well. */
export const unsure = (step: string, words: string): WechatCheck => ({ step, ok: false, unsure: true, words })

/** What the server says against it, in words with the page where it is mended; a fault of ours is thrown on. */
export function refusalOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  throw error
}

export const appPage = '管理后台“应用管理 → 自建应用 → 本应用”'
