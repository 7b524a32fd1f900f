import type { FileVariant } from '../../../contract/files.ts'
import { invalid } from '../errors.ts'
import type { FoundFile } from './find-file.ts'

export type ServedBytes = { sha256: string; mediaType: string; inline: boolean; cacheable: boolean }

/**
 * Which bytes a variant means. A photo is only ever shown as we drew it; its original, and any document, comes as
 * a download, so that nothing a stranger made is opened as a page of ours.
 */
export function chooseVariant(file: FoundFile, variant: FileVariant): ServedBytes {
  if (file.kind === 'photo' && variant !== 'original') {
    const sha256 = variant === 'thumb' ? file.thumbSha256! : file.shownSha256!
    return { sha256, mediaType: 'image/jpeg', inline: true, cacheable: true }
  }
  if (variant === 'thumb') throw invalid('只有照片有缩略图。')
  const inline = file.kind === 'voice' && variant === 'shown'
  return { sha256: file.sha256, mediaType: file.mediaType, inline, cacheable: inline }
}
