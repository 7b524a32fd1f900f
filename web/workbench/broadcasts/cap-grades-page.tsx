import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { capCertainties, capSeverities, capUrgencies } from '../../../contract/cap-words.ts'
import { broadcastUrgencies } from '../../../contract/vocabulary.ts'
import { type CapGrades, type CapGradesState, changeGrades, readGrades } from '../../api/cap.ts'
import { urgencyWords } from '../../ui/text/workbench/broadcasts.ts'
import { capText, capUrgencyWords, certaintyWords, severityWords } from '../../ui/text/workbench/cap.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useDeed } from '../ui/use-deed.ts'
import './broadcasts.css'
import './cap.css'

/** Which urgency an alert suggests: read by everybody, changed by who may approve. */
export function CapGradesPage() {
  const query = useQuery({ queryKey: ['cap-grades'], queryFn: readGrades })
  return (
    <Page title={capText.grades} above={<Link to="/broadcasts/alerts">← {capText.title}</Link>}>
      <Loaded query={query}>{(state) => <Grades key={state.version} state={state} />}</Loaded>
    </Page>
  )
}

function Grades({ state }: { state: CapGradesState }) {
  const may = useMay()
  const fixed = !may('broadcasts.approve')
  const [grades, setGrades] = useState<CapGrades>(state.grades)
  const save = useDeed(() => changeGrades({ version: state.version, grades }), {
    said: capText.gradesSaved,
    touches: [['cap-grades']],
  })
  return (
    <Card>
      <p className="quiet gap-below">{capText.gradesHint}</p>
      <div className="scroll-x">
        <table className="cap-grades">
          <thead>
            <tr>
              <th scope="col" aria-label={capText.severity} />
              {capUrgencies.map((urgency) => (
                <th key={urgency} scope="col">
                  {capUrgencyWords[urgency]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {capSeverities.map((severity) => (
              <tr key={severity}>
                <th scope="row">{severityWords[severity]}</th>
                {capUrgencies.map((urgency) => (
                  <td key={urgency}>
                    <Select
                      className={`cap-grade ${grades.table[severity][urgency]}`}
                      disabled={fixed}
                      aria-label={`${severityWords[severity]} ${capUrgencyWords[urgency]}`}
                      value={grades.table[severity][urgency]}
                      onChange={(grade) =>
                        setGrades({
                          ...grades,
                          table: {
                            ...grades.table,
                            [severity]: { ...grades.table[severity], [urgency]: grade },
                          },
                        })
                      }
                      options={broadcastUrgencies.map((value) => ({ value, label: urgencyWords[value] }))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="button-row gap-above">
        <span>{capText.lower}</span>
        {capCertainties.map((certainty) => (
          <Checkbox
            key={certainty}
            disabled={fixed}
            checked={grades.lower[certainty]}
            onChange={(event) =>
              setGrades({ ...grades, lower: { ...grades.lower, [certainty]: event.target.checked } })
            }
          >
            {certaintyWords[certainty]}
          </Checkbox>
        ))}
      </div>
      <p className="quiet gap-above">
        {state.writtenBy && state.writtenAt
          ? `${capText.gradesBy}${state.writtenBy.name} ${momentText(state.writtenAt)}`
          : capText.gradesDelivered}
      </p>
      {!fixed && (
        <Button className="gap-above" type="primary" loading={save.isPending} onClick={() => save.mutate()}>
          {capText.save}
        </Button>
      )}
    </Card>
  )
}
