import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { AppError } from '../../platform/errors.ts'

/** What the server said to an officer's deed, as her own answer: refused, or not to be reached now. */
export async function inWords<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    throw new AppError(error.kind === 'refused' ? 'conflict' : 'unavailable', error.message)
  }
}
