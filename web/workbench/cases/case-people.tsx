import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Case, removePerson } from '../../api/cases.ts'
import { caseText, partWords } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { AddPersonDialog } from './add-person-dialog.tsx'

export function CasePeople({ data, readOnly }: { data: Case; readOnly: boolean }) {
  const [adding, setAdding] = useState(false)
  const remove = useDeed((personId: string) => removePerson(data.id, personId), {
    touches: [['case', data.id]],
  })
  return (
    <Card
      title={caseText.people}
      extra={
        !readOnly && (
          <Button size="small" onClick={() => setAdding(true)}>
            {commonText.add}
          </Button>
        )
      }
    >
      <ul className="plain-list">
        {data.people.map((person) => (
          <li key={person.id} className="spread line">
            <span>
              <DotTag>{partWords[person.part]}</DotTag>{' '}
              {person.residentId ? (
                <Link to={`/residents/${person.residentId}`}>{person.name}</Link>
              ) : (
                person.name
              )}{' '}
              {person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a>}
            </span>
            {!readOnly && (
              <Button size="small" type="text" onClick={() => remove.mutate(person.id)}>
                {commonText.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data.people.length === 0 && <p className="quiet">{commonText.none}</p>}
      {adding && <AddPersonDialog caseId={data.id} onClose={() => setAdding(false)} />}
    </Card>
  )
}
