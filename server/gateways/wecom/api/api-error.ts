import { explainErrcode } from './explain-errcode.ts'

/**
 * refused: the server said no, and will again. throttled: not before tryAgainAt. unreachable: no answer, so that it
 * is not known whether the call took effect. unreadable: an answer, but none that can be understood.
 */
export type ApiErrorKind = 'refused' | 'throttled' | 'unreachable' | 'unreadable'

/** Message: a Chinese sentence fit to show an administrator. Neither it nor detail ever holds a secret or a token. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind
  readonly path: string
  readonly errcode: number | undefined
  readonly detail: string
  readonly tryAgainAt: Date | undefined

  constructor(
    kind: ApiErrorKind,
    path: string,
    given: { errcode?: number; detail?: string; tryAgainAt?: Date } = {},
  ) {
    super(sentenceOf(kind, given.errcode))
    this.name = 'ApiError'
    this.kind = kind
    this.path = path
    this.errcode = given.errcode
    this.detail = given.detail ?? ''
    this.tryAgainAt = given.tryAgainAt
  }
}

function sentenceOf(kind: ApiErrorKind, errcode: number | undefined): string {
  if (errcode !== undefined) {
    const { meaning, mend } = explainErrcode(errcode)
    return `${meaning}${mend}（错误码 ${errcode}）`
  }
  if (kind === 'unreachable') return '连不上企业微信的服务器，请检查本机网络和接口地址，系统会自动再试。'
  return '企业微信的回答读不懂，请检查接口地址是否正确；多次出现请联系维护人员。'
}
