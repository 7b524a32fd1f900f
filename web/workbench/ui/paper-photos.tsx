import { Button, Image } from 'antd'
import { fileAddress } from '../../api/files.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { paperText } from '../../ui/text/workbench/papers.ts'

/**
 * Every photo of a paper, to be paged through large. Where a word on one is asked for it can be called unreadable by
 * itself; one that was laid there out of the talk can be taken off again.
 */
export function PaperPhotos(props: {
  name: string
  photos: { id: string; unreadable?: boolean; laid: boolean }[]
  busy: boolean
  readOnly: boolean
  unreadable?: (fileId: string) => void
  takeOff: (fileId: string) => void
}) {
  const { name, photos, busy, readOnly, unreadable, takeOff } = props
  if (photos.length === 0) return null
  const nameOf = (index: number) => (photos.length > 1 ? `${name} ${index + 1}` : name)
  return (
    <Image.PreviewGroup>
      <ul className="paper-photos">
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <Image
              width={72}
              height={72}
              className="thumb"
              src={fileAddress(photo.id, 'thumb')}
              preview={{ src: fileAddress(photo.id, 'shown') }}
              alt={nameOf(index)}
            />
            {photo.unreadable && <span className="unreadable">{caseText.unreadable}</span>}
            {!readOnly && unreadable && !photo.unreadable && (
              <Button
                size="small"
                disabled={busy}
                aria-label={`${caseText.unreadable}：${nameOf(index)}`}
                onClick={() => unreadable(photo.id)}
              >
                {caseText.unreadable}
              </Button>
            )}
            {!readOnly && photo.laid && (
              <Button
                size="small"
                type="text"
                disabled={busy}
                aria-label={`${paperText.takePhotoOff}：${nameOf(index)}`}
                onClick={() => takeOff(photo.id)}
              >
                {paperText.takePhotoOff}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  )
}
