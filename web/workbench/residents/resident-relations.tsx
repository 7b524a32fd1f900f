import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { endRelation } from '../../api/people.ts'
import type { Resident } from '../../api/residents.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { personText, relationWords, reverseWords } from '../../ui/text/workbench/person.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { RelationDialog } from './relation-dialog.tsx'

/** Who is what to her, seen from her. */
export function ResidentRelations({ resident }: { resident: Resident }) {
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const end = useDeed((relationId: string) => endRelation(resident.id, relationId), {
    touches: [['resident']],
  })
  const mayWrite = may('residents.write')
  return (
    <Card
      title={personText.relations}
      extra={
        mayWrite && (
          <Button size="small" onClick={() => setAdding(true)}>
            {personText.addRelation}
          </Button>
        )
      }
    >
      {resident.relations.length === 0 && <p className="quiet">{personText.noRelations}</p>}
      {resident.relations.map(({ id, kind, outward, other, note }) => (
        <div key={id} className="spread line">
          <span>
            <DotTag>{(outward ? reverseWords : relationWords)[kind]}</DotTag>{' '}
            <Link to={`/residents/${other.id}`}>{other.name}</Link> <span className="quiet">{note}</span>
          </span>
          {mayWrite && (
            <Button
              size="small"
              type="text"
              aria-label={personText.endRelation(other.name)}
              loading={end.isPending && end.variables === id}
              onClick={() => end.mutate(id)}
            >
              {commonText.remove}
            </Button>
          )}
        </div>
      ))}
      {adding && <RelationDialog resident={resident} onClose={() => setAdding(false)} />}
    </Card>
  )
}
