import { FileTextOutlined } from '@ant-design/icons'
import { Image } from 'antd'
import { fileAddress } from '../../api/files.ts'
import type { FileRef } from '../../api/inbox.ts'
import { fileWords } from '../../ui/text/vocabulary.ts'
import { Film } from './film.tsx'
import { Voice } from './voice.tsx'

const film = 'video/mp4'

/** Photos as thumbnails that open large, voices to listen to, films to watch, documents to open. */
export function Attachments({ files }: { files: FileRef[] }) {
  if (files.length === 0) return null
  const photos = files.filter(({ kind }) => kind === 'photo')
  return (
    <div className="attachments">
      {photos.length > 0 && (
        <Image.PreviewGroup
          items={photos.map(({ id }) => ({ src: fileAddress(id, 'shown'), alt: fileWords.photo }))}
        >
          {photos.map(({ id }) => (
            <Image
              key={id}
              width={112}
              height={112}
              className="thumb"
              src={fileAddress(id, 'thumb')}
              alt={fileWords.photo}
            />
          ))}
        </Image.PreviewGroup>
      )}
      {files
        .filter(({ kind }) => kind === 'voice')
        .map((file) => (
          <Voice key={file.id} file={file} />
        ))}
      {files
        .filter(({ mediaType }) => mediaType === film)
        .map((file) => (
          <Film key={file.id} file={file} />
        ))}
      {files
        .filter(({ kind, mediaType }) => kind === 'document' && mediaType !== film)
        .map(({ id }) => (
          <a key={id} href={fileAddress(id, 'shown')} target="_blank" rel="noreferrer">
            <FileTextOutlined /> {fileWords.document}
          </a>
        ))}
    </div>
  )
}
