import { Image } from 'antd'
import type { ReactNode } from 'react'
import { fileAddress } from '../../api/files.ts'
import type { FileRef } from '../../api/inbox.ts'
import { fileWords } from '../../ui/text/vocabulary.ts'
import { DocumentLink } from './document-link.tsx'
import { Film } from './film.tsx'
import { Voice } from './voice.tsx'

const film = 'video/mp4'

/** Photos as thumbnails that open large, voices to listen to (with what stands `below` each), films to watch, documents to save. */
export function Attachments({ files, below }: { files: FileRef[]; below?: (fileId: string) => ReactNode }) {
  if (files.length === 0) return null
  const photos = files.filter(({ kind }) => kind === 'photo')
  return (
    <div className="attachments">
      {photos.length > 0 && (
        <Image.PreviewGroup
          items={photos.map(({ id }) => ({ src: fileAddress(id, 'shown'), alt: fileWords.photo }))}
        >
          {photos.map(({ id, saidBy, name }) => (
            <Said key={id} by={saidBy} as={name}>
              <Image
                width={112}
                height={112}
                className="thumb"
                src={fileAddress(id, 'thumb')}
                alt={fileWords.photo}
              />
            </Said>
          ))}
        </Image.PreviewGroup>
      )}
      {files
        .filter(({ kind }) => kind === 'voice')
        .map((file) => (
          <Said key={file.id} by={file.saidBy} as={file.name}>
            <Voice file={file} />
            {below?.(file.id)}
          </Said>
        ))}
      {files
        .filter(({ mediaType }) => mediaType === film)
        .map((file) => (
          <Said key={file.id} by={file.saidBy} as={file.name}>
            <Film file={file} />
          </Said>
        ))}
      {files
        .filter(({ kind, mediaType }) => kind === 'document' && mediaType !== film)
        .map((file) => (
          <Said key={file.id} by={file.saidBy}>
            <DocumentLink file={file} />
          </Said>
        ))}
    </div>
  )
}

/** Under a file: whose it was inside a forwarded chat and when, and what it was called where it was sent by a name. */
function Said(props: { by: string | undefined; as?: string | undefined; children: ReactNode }) {
  const words = [props.by, props.as].filter(Boolean).join(' · ')
  if (!words) return props.children
  return (
    <figure className="said-by">
      {props.children}
      <figcaption className="quiet">{words}</figcaption>
    </figure>
  )
}
