import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  FileTextOutlined,
  PaperClipOutlined,
} from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useEffect } from 'react'
import type { ScriptFile } from '../../../contract/files.ts'
import { mostScriptFiles } from '../../../contract/scripts.ts'
import { fileAddress } from '../../api/files.ts'
import { fileWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { PhotoStrip } from '../ui/photo-strip.tsx'
import { usePhotos } from '../ui/use-photos.ts'

/** Up to four pictures and PDFs of a version, in the order in which they are sent, each with its words. */
export function ScriptFilesField(props: {
  value?: ScriptFile[]
  onChange?: (files: ScriptFile[]) => void
  /** Told while something is on its way: nothing is saved without it. */
  onBusy: (busy: boolean) => void
}) {
  const { value = [], onChange = () => {}, onBusy } = props
  const photos = usePhotos(
    value,
    (files) =>
      onChange(
        files
          .slice(0, mostScriptFiles)
          .map((file) => ({ ...file, alt: value.find(({ id }) => id === file.id)?.alt ?? '' })),
      ),
    'image/jpeg,image/png,image/webp,application/pdf',
    mostScriptFiles,
  )
  useEffect(() => onBusy(photos.busy), [photos.busy, onBusy])
  const move = (at: number, by: number) => {
    const files = [...value]
    const [file] = files.splice(at, 1)
    files.splice(at + by, 0, file!)
    onChange(files)
  }
  return (
    <>
      <ul className="plain-list">
        {value.map((file, at) => (
          <li key={file.id} className="script-file-row">
            {file.kind === 'photo' ? (
              <img src={fileAddress(file.id, 'thumb')} alt={file.alt || fileWords.photo} />
            ) : (
              <span className="photo-place">
                <FileTextOutlined aria-label={fileWords.document} />
              </span>
            )}
            <Input
              aria-label={scriptText.fileAlt(at + 1)}
              placeholder={scriptText.fileAltHint}
              value={file.alt}
              maxLength={60}
              onChange={({ target }) =>
                onChange(value.map((each) => (each === file ? { ...each, alt: target.value } : each)))
              }
            />
            <span className="button-row">
              <Button
                aria-label={scriptText.fileUp(at + 1)}
                icon={<ArrowUpOutlined />}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              />
              <Button
                aria-label={scriptText.fileDown(at + 1)}
                icon={<ArrowDownOutlined />}
                disabled={at === value.length - 1}
                onClick={() => move(at, 1)}
              />
              <Button
                aria-label={`${commonText.remove} ${at + 1}`}
                icon={<DeleteOutlined />}
                onClick={() => onChange(value.filter((each) => each !== file))}
              />
            </span>
          </li>
        ))}
      </ul>
      <PhotoStrip photos={{ ...photos, stored: [] }} />
      {value.length + photos.waiting.length < mostScriptFiles && (
        <Button icon={<PaperClipOutlined />} onClick={photos.choose}>
          {scriptText.addFile}
        </Button>
      )}
    </>
  )
}
