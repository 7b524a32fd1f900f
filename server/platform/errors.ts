import { type ErrorCode, errorStatus } from '../../contract/errors.ts'

/** The one error a deed throws: a code of the contract and a Chinese sentence fit to show a person. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: Record<string, unknown> | undefined

  constructor(code: ErrorCode, message: string, details?: Record<string, unknown>) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

/** The same words for what is missing and for what may not be seen: the answer must not tell them apart. */
export function notFound(): AppError {
  return new AppError('not_found', '没有找到，可能已被移走，或者您没有查看的权限。')
}

export function conflict(message: string, details?: Record<string, unknown>): AppError {
  return new AppError('conflict', message, details)
}

export function invalid(message: string, details?: Record<string, unknown>): AppError {
  return new AppError('invalid', message, details)
}
