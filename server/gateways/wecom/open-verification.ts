import { readCallbackQuery } from './callback-query.ts'
import { type OpenedText, type OpenOptions, openSealed } from './open-sealed.ts'
import type { CallbackSeal } from './seal-callback.ts'

/**
 * WeCom's GET when the administrator saves the callback's address. To be answered within a second with exactly
 * the message's bytes: no quotes, no line end. sealedWith says which seal it was. Throws CallbackRefusal.
 */
export function openVerification(
  rawQuery: string,
  seals: CallbackSeal[],
  options: OpenOptions = {},
): OpenedText {
  const query = readCallbackQuery(rawQuery)
  return openSealed(query, query.echostr, seals, options)
}
