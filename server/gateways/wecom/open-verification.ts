import { readCallbackQuery } from './callback-query.ts'
import { type OpenOptions, openSealed } from './open-sealed.ts'
import type { CallbackSeal } from './seal-callback.ts'

/**
 * WeCom's GET when the administrator saves the callback's address. To be answered within a second with exactly
 * these bytes: no quotes, no line end. Throws CallbackRefusal.
 */
export function openVerification(rawQuery: string, seals: CallbackSeal[], options: OpenOptions = {}): Buffer {
  const query = readCallbackQuery(rawQuery)
  return openSealed(query, query.echostr, seals, options).message
}
