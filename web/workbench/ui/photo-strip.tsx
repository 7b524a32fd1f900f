import { CloseOutlined, FileTextOutlined, LoadingOutlined, ReloadOutlined } from '@ant-design/icons'
import { fileAddress } from '../../api/files.ts'
import { fileWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import type { Photos } from './use-photos.ts'

/** What is attached so far, what is still on its way, what did not get there, and that too many were chosen. */
export function PhotoStrip({ photos }: { photos: Photos }) {
  const { tooMany } = photos
  return (
    <>
      {tooMany && (
        <p className="photo-refusal" role="alert">
          {commonText.tooManyFiles(tooMany.chosen, tooMany.room, tooMany.most)}
        </p>
      )}
      <Strip photos={photos} />
    </>
  )
}

function Strip({ photos }: { photos: Photos }) {
  if (photos.stored.length === 0 && photos.waiting.length === 0) return null
  return (
    <ul className="photo-strip plain-list">
      {photos.stored.map((file) => (
        <li key={file.id}>
          {file.kind === 'photo' ? (
            <img src={fileAddress(file.id, 'thumb')} alt={fileWords.photo} />
          ) : (
            <span className="photo-place">
              <FileTextOutlined />
            </span>
          )}
          <button
            type="button"
            className="photo-drop"
            aria-label={commonText.remove}
            onClick={() => photos.drop(file.id)}
          >
            <CloseOutlined />
          </button>
        </li>
      ))}
      {photos.waiting.map((photo) => (
        <li key={photo.key}>
          {photo.state === 'sending' ? (
            <span className="photo-place" role="status">
              <LoadingOutlined />
            </span>
          ) : (
            <button
              type="button"
              className="photo-place failed"
              title={photo.error}
              onClick={() => photos.again(photo)}
            >
              <ReloadOutlined /> {commonText.retry}
            </button>
          )}
          <button
            type="button"
            className="photo-drop"
            aria-label={commonText.remove}
            onClick={() => photos.drop(photo.key)}
          >
            <CloseOutlined />
          </button>
        </li>
      ))}
    </ul>
  )
}
