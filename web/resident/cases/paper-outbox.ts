import { mostPhotos } from '../../../contract/cases.ts'
import { clientKey } from '../../api/client-key.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { checkOwnMaterial } from '../../api/resident-cases.ts'
import { uploadWithProgress } from '../../api/upload-with-progress.ts'
import { createStore } from '../../ui/create-store.ts'
import { keep, readKept } from '../../ui/kept.ts'
import { dropBlob, getBlob, putBlob } from '../inbox/blobs.ts'
import { shrinkPhoto } from '../inbox/shrink-photo.ts'
import { isPassing } from '../inbox/upload-enclosure.ts'
import { whyUnreadable } from '../inbox/why-unreadable.ts'
import { currentCode } from '../shell/place.ts'
import { openVisit, visited } from '../shell/station.ts'
import { askText } from '../text/ask.ts'
import { caseText } from '../text/cases.ts'

/** A photo of one paper of a case that the station has not got yet. */
export type WaitingPhoto = {
  /** Names the bytes on this phone, and makes uploading them twice harmless. */
  key: string
  /** Instead of `key`, once she tries again: the station may have cleared away what it got under that one. */
  uploadKey?: string
  caseId: string
  material: string
  fileId?: string
  /** 0 to 1 while it is on its way. */
  progress?: number
  /** Why it cannot be taken; it waits for her then. Empty: it goes by itself. */
  trouble: string
}

const retryMs = 15_000
const storedName = () => `papers.${currentCode()}`
const store = createStore<WaitingPhoto[]>(readKept<WaitingPhoto[]>(storedName(), []))
export const useWaitingPhotos = store.use
let running = false

window.addEventListener('storage', (event) => {
  if (event.key === storedName()) store.set(readKept<WaitingPhoto[]>(storedName(), []))
})

function set(photos: WaitingPhoto[]): void {
  store.set(photos)
  keep(storedName(), photos.length ? photos.map(({ progress: _, ...photo }) => photo) : undefined)
}

const change = (key: string, to: Partial<WaitingPhoto>) =>
  set(store.get().map((photo) => (photo.key === key ? { ...photo, ...to } : photo)))

function drop(key: string): void {
  set(store.get().filter((photo) => photo.key !== key))
  void dropBlob(key)
}

/** She does not want it after all. */
export const dropWaitingPhoto = drop

export function dropAllWaitingPhotos(): void {
  for (const { key } of store.get()) drop(key)
}

/**
 * Keeps photos on the phone and brings them to the station now, or when the network is back. `there`: how many that can be
 * read it has of this paper; `done` hears of each. Returns what went wrong.
 */
export async function addPhotos(
  { caseId, material, there }: { caseId: string; material: string; there: number },
  files: File[],
  done: () => void,
): Promise<string> {
  const unread: File[] = []
  const waiting = store.get().filter((each) => each.caseId === caseId && each.material === material)
  const room = Math.max(0, mostPhotos - there - waiting.length)
  if (files.length > room) return caseText.tooManyPhotos(mostPhotos, files.length, room)
  for (const file of files) {
    try {
      const photo = { key: clientKey(), caseId, material, trouble: '' }
      await putBlob(photo.key, await shrinkPhoto(file))
      set([...store.get(), photo])
      void bringPhotos()
    } catch {
      unread.push(file)
    }
    done()
  }
  return whyUnreadable(unread)
}

/** What was refused is tried once more. */
export function tryAgain(key: string): void {
  const photos = store.get().map((photo) => {
    if (photo.key !== key) return photo
    const { fileId: _, ...anew } = photo
    return { ...anew, uploadKey: clientKey(), trouble: '' }
  })
  set(photos)
  void bringPhotos()
}

/** Brings what waits, the oldest first, until all are there or the network fails. */
async function bringPhotos(): Promise<void> {
  if (running) return
  running = true
  try {
    for (let photo = nextWaiting(); photo; photo = nextWaiting()) {
      if (!(await bringOne(photo))) return
    }
  } finally {
    running = false
  }
}

const nextWaiting = () => store.get().find(({ trouble }) => trouble === '')

/** False when it is to be tried again later. */
async function bringOne({ key, uploadKey, caseId, material, fileId }: WaitingPhoto): Promise<boolean> {
  try {
    if (!visited().fresh) await openVisit()
    const id = fileId ?? (await upload(key, uploadKey))
    // She may have taken it away while it was on its way.
    if (!store.get().some((photo) => photo.key === key)) return true
    await checkOwnMaterial(caseId, material, { verdict: 'photographed', fileId: id })
    drop(key)
    return true
  } catch (error) {
    const failure = error instanceof ApiError ? error : new ApiError('internal', String(error))
    if (isPassing(failure)) {
      change(key, { progress: 0 })
      return false
    }
    change(key, { trouble: failure.message })
    return true
  }
}

async function upload(key: string, uploadKey = key): Promise<string> {
  const blob = await getBlob(key)
  if (!blob) throw new ApiError('invalid', askText.lostFile)
  let shown = 0
  const stored = await uploadWithProgress(blob, {
    idempotencyKey: uploadKey,
    progress: (part) => {
      // Every tenth is enough to see it move.
      if (part - shown < 0.1 && part < 1) return
      shown = part
      change(key, { progress: part })
    },
  })
  change(key, { fileId: stored.id })
  return stored.id
}

/** Tries again by itself: when the network returns, when the phone wakes up, and every so often. */
export function keepBringingPhotos(): void {
  const again = () => {
    if (nextWaiting() && navigator.onLine) void bringPhotos()
  }
  window.addEventListener('online', again)
  document.addEventListener('visibilitychange', again)
  setInterval(again, retryMs)
  again()
}
