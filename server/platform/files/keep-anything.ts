import { rm } from 'node:fs/promises'
import { fileSizes } from '../../../contract/files.ts'
import { AppError, invalid } from '../errors.ts'
import { type FileStore, keepFile } from './file-store.ts'
import { type KeptFile, keepRecognised } from './keep-received.ts'
import { mayRun, runsByName } from './may-run.ts'
import type { ReceivedFile } from './receive-file.ts'
import { readHead } from './scan-file.ts'

/**
 * Keeps what a channel brought, whatever it is: a photo, recording or PDF as if it had been put in, anything else as it
 * is. What was sent cannot be asked for in another shape by a page; thrown away it would be gone. Throws only for an
 * empty file.
 */
export async function keepAnything(
  store: FileStore,
  stationId: string,
  file: ReceivedFile,
  name: string,
): Promise<KeptFile> {
  try {
    const kept = await keepRecognised(store, stationId, file)
    // What begins as a PDF and is called a program is started by that name.
    return { ...kept, name, mayRun: kept.kind === 'document' && runsByName(name) }
  } catch (error) {
    if (!(error instanceof AppError) || !['invalid', 'too_large'].includes(error.code)) throw error
    return await keepAsItIs(store, stationId, file, name)
  } finally {
    await rm(file.path, { force: true })
  }
}

/** Kept as it came and only ever handed out as a download, a film to its player too. */
export async function keepAsItIs(
  store: FileStore,
  stationId: string,
  file: ReceivedFile,
  name: string,
): Promise<KeptFile> {
  const { path, sha256, size } = file
  try {
    if (size === 0) throw invalid('发来的文件是空的，里面什么也没有。')
    if (size > fileSizes.document) throw new AppError('too_large', '发来的文件太大，没有保存。')
    const runs = await mayRun(path, name)
    const mediaType = runs ? unknown : typeOf((await readHead(path)).toString('latin1', 0, 16), name)
    await keepFile(store, stationId, path, sha256)
    return {
      ...{ kind: 'document', mediaType, sha256, size, name, mayRun: runs },
      ...{ shownSha256: null, thumbSha256: null, width: null, height: null, seconds: null },
    }
  } finally {
    await rm(path, { force: true })
  }
}

const unknown = 'application/octet-stream'
const pictureBrands = /^(hei[cxms]|hev[cxms]|mif1|msf1|avi[fs])/

const openXml = 'application/vnd.openxmlformats-officedocument'
const packedTypes: Record<string, string> = {
  docx: `${openXml}.wordprocessingml.document`,
  xlsx: `${openXml}.spreadsheetml.sheet`,
  pptx: `${openXml}.presentationml.presentation`,
}
const oldTypes: Record<string, string> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
}

/** By its first bytes; the name only tells apart what begins alike. */
function typeOf(head: string, name: string): string {
  const ending = name.toLowerCase().split('.').at(-1)!
  if (head.startsWith('ftyp', 4)) return pictureBrands.test(head.slice(8)) ? 'image/heic' : 'video/mp4'
  if (head.startsWith('GIF8')) return 'image/gif'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('\x89PNG')) return 'image/png'
  if (head.startsWith('PK\x03\x04')) return packedTypes[ending] ?? 'application/zip'
  if (head.startsWith('\xd0\xcf\x11\xe0')) return oldTypes[ending] ?? unknown
  return unknown
}
