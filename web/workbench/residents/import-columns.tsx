import { Button, Select } from 'antd'
import { useState } from 'react'
import { checkImport, type ImportField, type RegisterImport } from '../../api/register-imports.ts'
import { importFieldWords, importText } from '../../ui/text/workbench/register-import.ts'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { VillageSelect } from '../ui/village-select.tsx'

const none = 'none'
const fields = Object.keys(importFieldWords) as ImportField[]

/** What each column of the file is: recognised by its heading, mended by hand. */
export function ImportColumns({ data }: { data: RegisterImport }) {
  const [chosen, setChosen] = useState(data.columns.map(({ field }) => field))
  const [villageId, setVillageId] = useState(data.villageId)
  const check = useDeed(() => checkImport(data.id, { columns: chosen, villageId }), {
    touches: [
      ['register-import', data.id],
      ['register-import-rows', data.id],
    ],
  })
  const choose = (at: number, field: string) =>
    // Each field once: where it stood before is no longer taken.
    setChosen(
      chosen.map((before, other) =>
        other === at ? (field === none ? null : (field as ImportField)) : before === field ? null : before,
      ),
    )
  const options = [
    { value: none, label: importText.notTaken },
    ...fields.map((field) => ({ value: field as string, label: importFieldWords[field] })),
  ]
  return (
    <Card title={importText.columns}>
      <p className="quiet gap-below">{importText.columnsHint}</p>
      <ul className="plain-list import-columns">
        {data.columns.map(({ heading, samples, identity }, at) => {
          const name = heading || importText.column(at + 1)
          return (
            <li key={at} className="line">
              <div>
                <b>{name}</b>
                <div className="quiet">{samples.join('、')}</div>
              </div>
              {identity && samples.length === 0 ? (
                <span className="quiet">{importText.identity}</span>
              ) : (
                <Select
                  aria-label={importText.fieldOf(name)}
                  value={chosen[at] ?? none}
                  options={options}
                  showSearch={{ optionFilterProp: 'label' }}
                  onChange={(field: string) => choose(at, field)}
                />
              )}
            </li>
          )
        })}
      </ul>
      <div className="button-row gap-above">
        <label htmlFor="import-village">{importText.wholeVillage}</label>
        <VillageSelect
          id="import-village"
          className="import-village"
          value={villageId}
          onChange={(village) => setVillageId(village ?? null)}
        />
      </div>
      <Button
        className="gap-above"
        type={data.state === 'read' ? 'primary' : 'default'}
        loading={check.isPending}
        onClick={() => check.mutate()}
      >
        {data.state === 'read' ? importText.check : importText.checkAgain}
      </Button>
    </Card>
  )
}
