import { FileTextOutlined } from '@ant-design/icons'
import { Image } from 'antd'
import type { ScriptFile } from '../../../contract/files.ts'
import { fileAddress } from '../../api/files.ts'
import { fileWords } from '../../ui/text/vocabulary.ts'

/** What goes out with a script: pictures that open large, documents to open, each with its words. */
export function ScriptFiles({ files }: { files: readonly ScriptFile[] }) {
  if (files.length === 0) return null
  return (
    <ul className="script-files plain-list">
      {files.map((file) => (
        <li key={file.id}>
          {file.kind === 'photo' ? (
            <Image
              width={88}
              height={88}
              className="thumb"
              src={fileAddress(file.id, 'thumb')}
              preview={{ src: fileAddress(file.id, 'shown') }}
              alt={file.alt || fileWords.photo}
            />
          ) : (
            <a className="photo-place" href={fileAddress(file.id, 'shown')} target="_blank" rel="noreferrer">
              <FileTextOutlined aria-label={fileWords.document} />
            </a>
          )}
          {file.alt && <span className="quiet">{file.alt}</span>}
        </li>
      ))}
    </ul>
  )
}
