import { Image } from 'antd'
import type { ReactNode } from 'react'
import { fileAddress } from '../../api/files.ts'
import type { FileRef } from '../../api/inbox.ts'
import { fileWords } from '../../ui/text/vocabulary.ts'
import { DocumentLink } from './document-link.tsx'
import { Film } from './film.tsx'
import { Voice } from './voice.tsx'

const film = 'video/mp4'

/** Photos as thumbnails that open large, voices to listen to, films to watch, documents to save. */
export function Attachments({ files }: { files: FileRef[] }) {
  if (files.length === 0) return null
  const photos = files.filter(({ kind }) => kind === 'photo')
  return (
    <div className="attachments">
      {photos.length > 0 && (
        <Image.PreviewGroup
          items={photos.map(({ id }) => ({ src: fileAddress(id, 'shown'), alt: fileWords.photo }))}
        >
          {photos.map(({ id, saidBy }) => (
            <SaidBy key={id} who={saidBy}>
              <Image
                width={112}
                height={112}
                className="thumb"
                src={fileAddress(id, 'thumb')}
                alt={fileWords.photo}
              />
            </SaidBy>
          ))}
        </Image.PreviewGroup>
      )}
      {files
        .filter(({ kind }) => kind === 'voice')
        .map((file) => (
          <SaidBy key={file.id} who={file.saidBy}>
            <Voice file={file} />
          </SaidBy>
        ))}
      {files
        .filter(({ mediaType }) => mediaType === film)
        .map((file) => (
          <SaidBy key={file.id} who={file.saidBy}>
            <Film file={file} />
          </SaidBy>
        ))}
      {files
        .filter(({ kind, mediaType }) => kind === 'document' && mediaType !== film)
        .map((file) => (
          <SaidBy key={file.id} who={file.saidBy}>
            <DocumentLink file={file} />
          </SaidBy>
        ))}
    </div>
  )
}

/** Of a file inside a forwarded chat: whose it was there, and when. */
function SaidBy({ who, children }: { who: string | undefined; children: ReactNode }) {
  if (!who) return children
  return (
    <figure className="said-by">
      {children}
      <figcaption className="quiet">{who}</figcaption>
    </figure>
  )
}
