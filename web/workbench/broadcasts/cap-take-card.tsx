import { App, Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { largestCapFile } from '../../../contract/cap.ts'
import { putAlert } from '../../api/cap.ts'
import { capText } from '../../ui/text/workbench/cap.ts'
import { readAsBase64 } from '../scripts/read-as-base64.ts'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** A file is taken byte by byte; what is pasted is written as UTF-8, whatever its first line says. */
export function CapTakeCard() {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const [pasted, setPasted] = useState('')
  const take = useDeed(putAlert, {
    touches: [['cap-alerts']],
    onDone: ({ id, known }) => {
      message.success(known ? capText.known : capText.taken)
      void navigate(`/broadcasts/alerts/${id}`)
    },
  })
  const send = async (how: 'uploaded' | 'pasted', blob: Blob) => {
    if (blob.size > largestCapFile) return void message.error(capText.tooLarge)
    take.mutate({ how, content: await readAsBase64(blob) })
  }
  return (
    <Card title={capText.take}>
      <p className="quiet gap-below">{capText.takeHint}</p>
      <input
        ref={field}
        hidden
        type="file"
        accept=".xml,.cap,application/xml,text/xml"
        aria-label={capText.choose}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) void send('uploaded', file)
          // The same file again after it was mended.
          event.target.value = ''
        }}
      />
      <Button type="primary" loading={take.isPending} onClick={() => field.current?.click()}>
        {capText.choose}
      </Button>
      <Input.TextArea
        className="gap-above cap-paste"
        rows={2}
        value={pasted}
        placeholder={capText.orPaste}
        aria-label={capText.orPaste}
        onChange={(event) => setPasted(event.target.value)}
      />
      {pasted.trim() !== '' && (
        <Button
          className="gap-above"
          loading={take.isPending}
          onClick={() => void send('pasted', new Blob([asUtf8(pasted)]))}
        >
          {capText.pasteIn}
        </Button>
      )}
    </Card>
  )
}

/** Its declaration was of the file; the words in the field are no longer in those letters. */
const asUtf8 = (text: string) => text.trim().replace(/^(<\?xml[^?]*?)\s+encoding\s*=\s*["'][^"']*["']/, '$1')
