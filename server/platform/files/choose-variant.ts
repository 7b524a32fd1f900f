import type { FileVariant } from '../../../contract/files.ts'
import { conflict, invalid } from '../errors.ts'
import type { FoundFile } from './find-file.ts'

export type ServedBytes = {
  sha256: string
  mediaType: string
  inline: boolean
  cacheable: boolean
  name?: string
}

/**
 * Which bytes a variant means. A photo is only ever shown as we drew it; its original, and any document, comes as
 * a download, so that nothing a stranger made is opened as a page of ours. A recording is shown without what is not
 * its sound; where that could not be told apart, only its sender hears it as it is (`isHerOwn`).
 */
export function chooseVariant(file: FoundFile, variant: FileVariant, isHerOwn = false): ServedBytes {
  if (file.kind === 'photo' && variant !== 'original') {
    const sha256 = variant === 'thumb' ? file.thumbSha256! : file.shownSha256!
    return { sha256, mediaType: 'image/jpeg', inline: true, cacheable: true }
  }
  if (variant === 'thumb') throw invalid('只有照片有缩略图。')
  const { mediaType } = file
  if (file.kind === 'voice' && variant === 'shown') {
    const sha256 = file.shownSha256 ?? (isHerOwn ? file.sha256 : null)
    if (!sha256) throw invalid('这段录音不能直接放（格式放不了，或可能带着录音的地点），请下载原件。')
    // No browser plays AMR: what is shown of it is the sound as WAV (of those kept before that, the AMR itself).
    const decoded = mediaType === 'audio/amr' && sha256 !== file.sha256
    return { sha256, mediaType: decoded ? 'audio/wav' : mediaType, inline: true, cacheable: true }
  }
  // A photo or recording keeps the name that says what it is; what else its sender called it would let it be started.
  const name = file.kind === 'document' ? file.name : ''
  return { sha256: file.sha256, mediaType, inline: false, cacheable: false, name }
}

/** A file that may start something is handed to an officer who has read what it is, and to nobody by a mere link. */
export function requireKnowing(file: FoundFile, knowing: boolean): void {
  if (file.mayRun && !knowing) throw conflict('可能带程序的文件，不要在办公电脑上打开，先交网安看。')
}
