import { ApiError } from '../../api/fetch-json.ts'
import { uploadWithProgress } from '../../api/upload-with-progress.ts'
import { openVisit, visited } from '../shell/station.ts'
import { askText } from '../text/ask.ts'
import { dropBlob, getBlob } from './blobs.ts'
import { changeEnclosure, type Enclosure } from './outbox.ts'

/** What is on its way: sending a letter waits for it instead of starting it again. */
const running = new Map<string, Promise<string>>()

/** Brings one photo or recording to the server, once. Returns its id; throws an ApiError. */
export function uploadEnclosure(letterKey: string, enclosure: Enclosure): Promise<string> {
  if (enclosure.fileId) return Promise.resolve(enclosure.fileId)
  const already = running.get(enclosure.key)
  if (already) return already
  const upload = bring(letterKey, enclosure).finally(() => running.delete(enclosure.key))
  running.set(enclosure.key, upload)
  return upload
}

async function bring(letterKey: string, { key, seconds }: Enclosure): Promise<string> {
  const blob = await getBlob(key)
  if (!blob) {
    changeEnclosure(letterKey, key, { trouble: askText.lostFile })
    throw new ApiError('invalid', askText.lostFile)
  }
  if (!visited().fresh) await openVisit()
  let shown = 0
  try {
    const stored = await uploadWithProgress(blob, {
      idempotencyKey: key,
      ...(seconds === undefined ? {} : { seconds }),
      progress: (part) => {
        // Every tenth is enough to see it move.
        if (part - shown < 0.1 && part < 1) return
        shown = part
        changeEnclosure(letterKey, key, { progress: part })
      },
    })
    changeEnclosure(letterKey, key, { fileId: stored.id, progress: 1, trouble: '' })
    return stored.id
  } catch (error) {
    const failure = error as ApiError
    changeEnclosure(letterKey, key, {
      progress: 0,
      trouble: isPassing(failure) ? '' : failure.message,
    })
    throw error
  }
}

/** Troubles that pass: the same may be tried again by itself. */
export const isPassing = (error: ApiError) =>
  ['offline', 'unavailable', 'too_many', 'internal'].includes(error.code)

/** Once a letter is acknowledged its bytes need not lie on the phone. */
export function forgetBytes(enclosures: Enclosure[]): void {
  for (const { key } of enclosures) void dropBlob(key)
}
