import { Button } from 'antd'
import { Link } from 'react-router'
import type { BroadcastDetail } from '../../api/broadcasts.ts'
import { exportCap } from '../../api/cap.ts'
import { templateText } from '../../ui/text/workbench/broadcast-templates.ts'
import { capText } from '../../ui/text/workbench/cap.ts'
import { saveBlob } from '../ui/save-blob.ts'
import { useDeed } from '../ui/use-deed.ts'

/** What else can be had of a broadcast: the sheet to read from, and of an approved warning its CAP file. */
export function CapExportButton({ data: { broadcast, steps, versions } }: { data: BroadcastDetail }) {
  const save = useDeed(() => exportCap(broadcast.id, {}), {
    said: capText.exported,
    onDone: (blob) => saveBlob(blob, `cap-${broadcast.number}.xml`),
  })
  const approved = steps.some(({ step }) => step === 'approved')
  return (
    <>
      {versions[0]!.spoken && (
        <Link to={`/broadcasts/${broadcast.id}/loudspeaker`}>
          <Button tabIndex={-1}>{templateText.sheet}</Button>
        </Link>
      )}
      {broadcast.kind === 'warning' && approved && (
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {capText.exportCap}
        </Button>
      )}
    </>
  )
}
