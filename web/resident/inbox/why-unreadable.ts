import { askText } from '../text/ask.ts'

/** What to do about files that could not be opened as photos, in one sentence; empty for none. */
export function whyUnreadable(files: File[]): string {
  if (files.length === 0) return ''
  const named = (ends: RegExp) => files.some(({ name, type }) => ends.test(name) || ends.test(type))
  if (named(/\bhei[cf]s?$/i)) return askText.appleFormat(files.length)
  if (files.some(({ type }) => type !== '' && !type.startsWith('image/')))
    return askText.notPhotos(files.length)
  return askText.unreadablePhotos(files.length)
}
