import { Button, Popconfirm } from 'antd'
import { undoMerge } from '../../api/people.ts'
import type { Resident } from '../../api/residents.ts'
import { personText } from '../../ui/text/workbench/person.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** Entries that became part of this one; the newest can be taken out first. */
export function ResidentMerges({ resident }: { resident: Resident }) {
  const may = useMay()
  const undo = useDeed((mergeId: string) => undoMerge(mergeId), {
    said: personText.undone,
    touches: [['resident'], ['residents'], ['resident-duplicates']],
  })
  if (resident.merges.length === 0) return null
  return (
    <Card title={personText.merges}>
      {resident.merges.map(({ id, name, mergedBy, mergedAt }) => (
        <div key={id} className="spread line">
          <span>{personText.mergedBy(name, momentText(mergedAt), mergedBy)}</span>
          {may('residents.merge') && (
            <Popconfirm title={`${personText.undoMerge}？`} onConfirm={() => undo.mutate(id)}>
              <Button size="small" loading={undo.isPending && undo.variables === id}>
                {personText.undoMerge}
              </Button>
            </Popconfirm>
          )}
        </div>
      ))}
    </Card>
  )
}
