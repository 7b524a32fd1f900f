import { Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ScriptOutcome, ScriptUseRow } from '../../api/script-use.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { scriptUseText } from '../../ui/text/workbench/script-use.ts'
import { usePhone } from '../../ui/use-phone.ts'

/** A row a script; a heading sorts by its number, a number opens its matters. */
export function UseTable(props: {
  items: ScriptUseRow[]
  definitions: { key: ScriptOutcome; name: string; definition: string }[]
  onOpen: (row: ScriptUseRow, outcome: ScriptOutcome) => void
}) {
  const [sort, setSort] = useState<{ key: ScriptOutcome; down: boolean }>({ key: 'sent', down: true })
  const rows = [...props.items].sort(
    (x, y) => (sort.down ? 1 : -1) * (y[sort.key] - x[sort.key]) || x.code.localeCompare(y.code),
  )
  // A phone shows each row as a card, without the headings.
  const phone = usePhone()
  return (
    <>
      {phone && (
        <Select<ScriptOutcome>
          className="full gap-below"
          aria-label={scriptUseText.sortBy}
          value={sort.key}
          options={props.definitions.map(({ key, name }) => ({
            value: key,
            label: scriptUseText.most(name),
          }))}
          onChange={(key) => setSort({ key, down: true })}
        />
      )}
      <div className="card flush">
        <table className="list-table use-table">
          <thead>
            <tr>
              <th scope="col">{scriptUseText.script}</th>
              {props.definitions.map(({ key, name, definition }) => (
                <th
                  key={key}
                  scope="col"
                  aria-sort={sort.key === key ? (sort.down ? 'descending' : 'ascending') : undefined}
                >
                  <button
                    type="button"
                    className="text-button"
                    title={definition}
                    onClick={() => setSort({ key, down: sort.key === key ? !sort.down : true })}
                  >
                    {name}
                    {sort.key === key ? (sort.down ? ' ↓' : ' ↑') : ''}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.scriptId}>
                <td className="main-cell">
                  <Link to={`/scripts/${row.scriptId}`}>{row.title}</Link>
                  <div className="quiet">
                    {[
                      row.code,
                      scenarioWords[row.library],
                      row.topic,
                      row.inUse ? '' : scriptUseText.notInUse,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </td>
                {props.definitions.map(({ key, name }) => (
                  <td key={key} className="numbers">
                    <span className="phone-name">{name} </span>
                    {row[key] === 0 ? (
                      0
                    ) : (
                      <button
                        type="button"
                        className="text-button"
                        aria-label={`${row.title} ${name} ${row[key]}`}
                        onClick={() => props.onOpen(row, key)}
                      >
                        {row[key]}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
