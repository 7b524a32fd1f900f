import { clientKey } from '../../api/client-key.ts'
import { askText } from '../text/ask.ts'
import { dropBlob, putBlob } from './blobs.ts'
import { changeLetter, findLetter, type Letter } from './outbox.ts'
import { shrinkPhoto } from './shrink-photo.ts'
import { uploadEnclosure } from './upload-enclosure.ts'
import { whyUnreadable } from './why-unreadable.ts'

/** As many as one message takes. */
export const mostEnclosures = 9

/**
 * Puts photos into a letter, one after the other: a cheap phone cannot unpack nine at once. `done` hears of each. Returns
 * what went wrong.
 */
export async function enclosePhotos(
  letter: Letter,
  files: File[],
  done: () => void,
  material?: string,
): Promise<string> {
  const unread: File[] = []
  // All or none: which nine of thirty were taken, nobody could see.
  const room = mostEnclosures - (findLetter(letter.key)?.enclosures.length ?? 0)
  if (files.length > room) return askText.tooManyPhotos(files.length, Math.max(0, room))
  for (const file of files) {
    try {
      await enclose(letter, await shrinkPhoto(file), 'photo', material ? { material } : {})
    } catch {
      unread.push(file)
    }
    done()
  }
  return whyUnreadable(unread)
}

export async function enclose(
  letter: Letter,
  blob: Blob,
  kind: 'photo' | 'voice',
  more: { seconds?: number; material?: string } = {},
): Promise<void> {
  const enclosure = { key: clientKey(), kind, ...more }
  await putBlob(enclosure.key, blob)
  const enclosures = [...(findLetter(letter.key)?.enclosures ?? []), enclosure]
  changeLetter(letter.key, { enclosures }, letter)
  // Already on its way while the words are typed; what fails now is tried again when the letter is sent.
  uploadEnclosure(letter.key, enclosure).catch(() => {})
}

export function takeOut(letterKey: string, key: string): void {
  const letter = findLetter(letterKey)
  if (!letter) return
  changeLetter(letterKey, { enclosures: letter.enclosures.filter((each) => each.key !== key) })
  void dropBlob(key)
}
