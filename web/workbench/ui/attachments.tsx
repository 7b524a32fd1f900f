import { FileTextOutlined } from '@ant-design/icons'
import { Image } from 'antd'
import { fileAddress } from '../../api/files.ts'
import type { FileRef } from '../../api/inbox.ts'
import { fileWords } from '../../ui/text/vocabulary.ts'
import { durationText } from '../../ui/time.ts'

/** Photos as thumbnails that open large, voices to listen to, documents to open. */
export function Attachments({ files }: { files: FileRef[] }) {
  if (files.length === 0) return null
  const photos = files.filter(({ kind }) => kind === 'photo')
  return (
    <div className="attachments">
      {photos.length > 0 && (
        <Image.PreviewGroup items={photos.map(({ id }) => fileAddress(id, 'shown'))}>
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
        .map(({ id, seconds }) => (
          <div key={id} className="voice">
            {/* biome-ignore lint/a11y/useMediaCaption: a resident's own voice has no captions */}
            <audio controls preload="none" src={fileAddress(id, 'shown')} aria-label={fileWords.voice} />
            {seconds ? <span className="quiet">{durationText(seconds * 1000)}</span> : null}
          </div>
        ))}
      {files
        .filter(({ kind }) => kind === 'document')
        .map(({ id }) => (
          <a key={id} href={fileAddress(id, 'shown')} target="_blank" rel="noreferrer">
            <FileTextOutlined /> {fileWords.document}
          </a>
        ))}
    </div>
  )
}
