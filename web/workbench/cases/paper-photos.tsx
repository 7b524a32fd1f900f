import { Button, Image } from 'antd'
import type { CaseMaterial } from '../../api/cases.ts'
import { fileAddress } from '../../api/files.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'

/** Every photo of a paper, to be paged through large; each can be called unreadable by itself. */
export function PaperPhotos(props: {
  material: CaseMaterial
  busy: boolean
  readOnly: boolean
  unreadable: (fileId: string) => void
}) {
  const { name, photos } = props.material
  if (photos.length === 0) return null
  const nameOf = (index: number) => (photos.length > 1 ? `${name} ${index + 1}` : name)
  return (
    <Image.PreviewGroup>
      <ul className="paper-photos">
        {photos.map(({ id, unreadable }, index) => (
          <li key={id}>
            <Image
              width={72}
              height={72}
              className="thumb"
              src={fileAddress(id, 'thumb')}
              preview={{ src: fileAddress(id, 'shown') }}
              alt={nameOf(index)}
            />
            {unreadable ? (
              <span className="unreadable">{caseText.unreadable}</span>
            ) : (
              !props.readOnly && (
                <Button
                  size="small"
                  disabled={props.busy}
                  aria-label={`${caseText.unreadable}：${nameOf(index)}`}
                  onClick={() => props.unreadable(id)}
                >
                  {caseText.unreadable}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  )
}
