import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { FileKind } from '../../../contract/vocabulary.ts'
import { blankParts } from './blank-parts.ts'
import { decodeAmr } from './decode-amr.ts'
import { type FileStore, keepFile } from './file-store.ts'
import { type ReceivedFile, receiveFile } from './receive-file.ts'
import { recogniseFile } from './recognise-file.ts'
import { findVoiceMetadata } from './voice-metadata.ts'

/** A file whose bytes are kept, and what a row says of it. */
export type KeptFile = {
  kind: FileKind
  mediaType: string
  sha256: string
  size: number
  shownSha256: string | null
  thumbSha256: string | null
  width: number | null
  height: number | null
  /** Of a recording whose length was counted here. */
  seconds: number | null
  /** As its sender called it, where that is kept. */
  name?: string
  /** It may start something on the machine of who opens it. */
  mayRun?: boolean
}

/**
 * Looks at what arrived and keeps it: a photo with its shown version and thumbnail, a recording with one without its
 * metadata (none when that cannot be told apart) or, of AMR, with what browsers play, a document as it is. All of it is kept or nothing; throws a sentence for the sender when it can't be accepted.
 */
export async function keepReceived(
  store: FileStore,
  stationId: string,
  file: ReceivedFile,
): Promise<KeptFile> {
  try {
    return await keepRecognised(store, stationId, file)
  } finally {
    await rm(file.path, { force: true })
  }
}

/** The same; what is refused lies afterwards where it lay. */
export async function keepRecognised(
  store: FileStore,
  stationId: string,
  file: ReceivedFile,
): Promise<KeptFile> {
  const { path, sha256, size } = file
  const received = [file]
  try {
    const { kind, mediaType } = await recogniseFile(file)
    const kept: KeptFile = {
      ...{ kind, mediaType, sha256, size },
      ...{ shownSha256: null, thumbSha256: null, width: null, height: null, seconds: null },
    }
    if (kind === 'photo') {
      const drawn = await store.photos.draw(path)
      const shown = await receiveFile(store, stationId, [Buffer.from(drawn.shown)])
      received.push(shown)
      const thumb = await receiveFile(store, stationId, [Buffer.from(drawn.thumb)])
      received.push(thumb)
      Object.assign(kept, {
        shownSha256: shown.sha256,
        thumbSha256: thumb.sha256,
        width: drawn.width,
        height: drawn.height,
      })
    }
    if (kind === 'voice' && mediaType === 'audio/amr') {
      const decoded = await decodeAmr(path)
      if (decoded) {
        const shown = await receiveFile(store, stationId, [decoded.wav])
        received.push(shown)
        Object.assign(kept, { shownSha256: shown.sha256, seconds: decoded.seconds })
      }
    } else if (kind === 'voice') {
      const patches = await findVoiceMetadata(path, mediaType)
      if (patches?.length === 0) kept.shownSha256 = sha256
      else if (patches) {
        const shown = await receiveFile(store, stationId, Readable.from(blankParts(path, patches)))
        received.push(shown)
        kept.shownSha256 = shown.sha256
      }
    }
    for (const part of received) await keepFile(store, stationId, part.path, part.sha256)
    return kept
  } finally {
    // Those that were kept have moved away.
    for (const part of received.slice(1)) await rm(part.path, { force: true })
  }
}
