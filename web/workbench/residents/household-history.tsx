import { Button, Popconfirm } from 'antd'
import { Link } from 'react-router'
import { type HouseholdChange, undoHouseholdChange } from '../../api/households.ts'
import { changeWords, householdText, howWords } from '../../ui/text/workbench/households.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { householdKeys } from './household-keys.ts'
import { OtherDoor } from './other-door.tsx'

/** A household's history as a line of changes, newest first; what was recorded here can be taken back. */
export function HouseholdHistory(props: { history: HouseholdChange[]; mayUndo: boolean }) {
  const undo = useDeed(undoHouseholdChange, { said: householdText.undoneDone, touches: householdKeys })
  return (
    <Card title={householdText.history}>
      <ol className="plain-list">
        {props.history.map((change, index) => (
          <li key={`${change.changeId}${change.on}${index}`} className="spread line">
            <div className={change.undoneAt ? 'quiet' : ''}>
              <span className="numbers">{change.on}</span>{' '}
              {change.person && <Link to={`/residents/${change.person.id}`}>{change.person.name}</Link>}{' '}
              {(change.how && howWords[change.how]) ?? changeWords[change.kind]}{' '}
              {change.other && <OtherDoor other={change.other} />} {change.note}{' '}
              {change.caseId && <Link to={`/cases/${change.caseId}`}>{householdText.caseLink}</Link>}{' '}
              {change.undoneAt && <DotTag>{householdText.undone}</DotTag>}
              {change.byName && <span className="quiet"> {householdText.recordedBy(change.byName)}</span>}
            </div>
            {props.mayUndo && change.changeId && !change.undoneAt && (
              <Popconfirm
                title={householdText.undoTitle}
                description={<div className="undo-hint">{householdText.undoHint}</div>}
                onConfirm={() => undo.mutateAsync(change.changeId!).catch(() => {})}
              >
                <Button
                  size="small"
                  type="text"
                  aria-label={`${householdText.undo} ${change.on} ${changeWords[change.kind]}`}
                >
                  {householdText.undo}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
