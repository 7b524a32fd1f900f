import { fileSizes } from '../../../contract/files.ts'
import type { FileKind } from '../../../contract/vocabulary.ts'
import { AppError, invalid } from '../errors.ts'
import type { ReceivedFile } from './receive-file.ts'
import { hasVideo, voiceTypeOf } from './recognise-voice.ts'
import { readHead, scanFile } from './scan-file.ts'

export type RecognisedFile = { kind: FileKind; mediaType: string }

/** Shorter than any picture, recording or document that holds something. */
const smallest = 60

const kindNames: Record<FileKind, string> = { photo: '照片', voice: '语音', document: 'PDF 文件' }

/**
 * What a file is by its first bytes, whatever it is called. Throws a sentence that tells the sender what to do
 * when it is not a photo, a recording or a PDF, or too large for one.
 */
export async function recogniseFile(file: ReceivedFile): Promise<RecognisedFile> {
  if (file.size === 0) throw invalid('这个文件是空的，没有内容，请重新选择。')
  // Never the whole file at once: many large ones may come together.
  const found = await typeOf(file.path, await readHead(file.path))
  if (file.size > fileSizes[found.kind]) {
    const megabytes = fileSizes[found.kind] / 1024 / 1024
    throw new AppError('too_large', `${kindNames[found.kind]}不能超过 ${megabytes} MB，请压缩或分开再发。`)
  }
  if (file.size < smallest) throw invalid(`这个${kindNames[found.kind]}没有内容，请重新拍照或录音。`)
  return found
}

async function typeOf(path: string, bytes: Buffer): Promise<RecognisedFile> {
  const photo = photoTypeOf(bytes)
  if (photo) return { kind: 'photo', mediaType: photo }
  const voice = voiceTypeOf(bytes)
  if (voice) {
    if (await hasVideo(path, bytes))
      throw invalid('视频暂时不能上传。请从视频里截几张图发来，或者到派出所当面提供。')
    return { kind: 'voice', mediaType: voice }
  }
  if (starts(bytes, '%PDF-')) {
    if (await scanFile(path, 32, carriesActions))
      throw invalid('这个 PDF 带有脚本或附件，不能上传。请打印成新的 PDF，或截图再发。')
    return { kind: 'document', mediaType: 'application/pdf' }
  }
  throw invalid(refusalOf(bytes))
}

function photoTypeOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (starts(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return 'image/webp'
  return null
}

/** Scripts, programs and files inside a PDF, where they lie open. Others may hide: PDFs are only ever downloaded. */
function carriesActions(bytes: Buffer): boolean {
  return /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia)\b/.test(bytes.toString('latin1'))
}

function refusalOf(bytes: Buffer): string {
  if (starts(bytes, 'GIF8')) return '动图（GIF）不能上传，请截一张图再发。'
  if (starts(bytes, 'ftyp', 4))
    return '这种格式的照片（HEIC）打不开。请在手机“设置—相机—格式”里选“兼容性最佳”，或截图再发。'
  if (
    starts(bytes, 'PK\x03\x04') ||
    starts(bytes, 'Rar!') ||
    starts(bytes, '7z\xbc\xaf') ||
    starts(bytes, '\x1f\x8b')
  )
    return '压缩包和 Office 文件不能上传，请拍照、截图或转成 PDF 再发。'
  if (/^\s*(\ufeff)?<|^\s*%!PS/.test(bytes.subarray(0, 256).toString('utf8')))
    return '网页和矢量图不能上传，请截图再发。'
  return '只能上传照片（JPG、PNG、WebP）、语音或 PDF，请换一个文件。'
}

function starts(bytes: Buffer, text: string, at = 0): boolean {
  return bytes.toString('latin1', at, at + text.length) === text
}
