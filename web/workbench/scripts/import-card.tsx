import { Alert, App, Button } from 'antd'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { type ExchangeForm, type ImportReport, importScripts } from '../../api/script-exchange.ts'
import { exchangeText, importResultWords } from '../../ui/text/workbench/script-exchange.ts'
import { Card } from '../ui/card.tsx'
import { DotTag, type Tone } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { readAsBase64 } from './read-as-base64.ts'

const largest = 4 * 1024 * 1024
const tones: Record<ImportReport['rows'][number]['result'], Tone> = {
  new: 'green',
  changed: 'blue',
  same: 'grey',
  refused: 'red',
}
type Chosen = { name: string; form: ExchangeForm; content: string }

/** A file is read on trial, told row by row, and taken over as a whole or not at all. */
export function ImportCard() {
  const { message } = App.useApp()
  const field = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen>()
  const [report, setReport] = useState<ImportReport>()
  const trial = useDeed(({ form, content }: Chosen) => importScripts({ form, content, apply: false }), {
    onDone: setReport,
  })
  const apply = useDeed(({ form, content }: Chosen) => importScripts({ form, content, apply: true }), {
    said: exchangeText.done,
    touches: [['scripts']],
    onDone: setReport,
  })
  const take = async (file: File | undefined) => {
    if (!file) return
    const form = /\.(xlsx|json)$/i.exec(file.name)?.[1]?.toLowerCase() as ExchangeForm | undefined
    if (!form) return void message.error(exchangeText.wrongKind)
    if (file.size > largest) return void message.error(exchangeText.tooLarge)
    const next = { name: file.name, form, content: await readAsBase64(file) }
    setChosen(next)
    setReport(undefined)
    trial.mutate(next)
  }
  const counts = report?.counts
  const toWrite = counts ? counts.new + counts.changed : 0
  return (
    <Card title={exchangeText.import}>
      <p className="quiet gap-below">{exchangeText.importHint}</p>
      <input
        ref={field}
        hidden
        type="file"
        accept=".xlsx,.json"
        aria-label={exchangeText.choose}
        onChange={(event) => {
          void take(event.target.files?.[0])
          // The same file again after it was mended.
          event.target.value = ''
        }}
      />
      <div className="button-row">
        <Button loading={trial.isPending} onClick={() => field.current?.click()}>
          {exchangeText.choose}
        </Button>
        {chosen && <span className="quiet">{chosen.name}</span>}
      </div>
      {report && counts && (
        <div className="gap-above">
          <p className="button-row" role="status">
            {(['new', 'changed', 'same', 'refused'] as const).map((key) => (
              <DotTag key={key} tone={counts[key] > 0 ? tones[key] : tones.same}>
                {importResultWords[key]} {counts[key]}
              </DotTag>
            ))}
          </p>
          {report.otherSheets.length > 0 && (
            <Alert
              className="gap-above"
              type="warning"
              title={exchangeText.otherSheets(report.otherSheets)}
            />
          )}
          {report.applied ? (
            <Alert
              className="gap-above"
              type="success"
              title={exchangeText.done}
              action={<Link to="/scripts/review?tab=own">{exchangeText.toReview}</Link>}
            />
          ) : counts.refused > 0 ? (
            <Alert className="gap-above" type="error" title={exchangeText.fix(counts.refused)} />
          ) : toWrite === 0 ? (
            <Alert className="gap-above" type="info" title={exchangeText.nothing} />
          ) : (
            <Button
              className="gap-above"
              type="primary"
              loading={apply.isPending}
              onClick={() => chosen && apply.mutate(chosen)}
            >
              {exchangeText.apply(toWrite)}
            </Button>
          )}
          <ul className="plain-list gap-above">
            {report.rows
              .filter(({ result, why }) => result !== 'same' || why)
              // What has to be mended is not looked for among two thousand.
              .toSorted((a, b) => Number(b.result === 'refused') - Number(a.result === 'refused'))
              .map(({ row, code, title, result, why }) => (
                <li key={row} className="line">
                  <DotTag tone={tones[result]}>{importResultWords[result]}</DotTag>{' '}
                  <span className="numbers quiet">{exchangeText.row(row)}</span>{' '}
                  <b>{[code, title].filter(Boolean).join(' ')}</b>
                  {why && <div className={result === 'refused' ? 'field-error' : 'quiet'}>{why}</div>}
                </li>
              ))}
          </ul>
        </div>
      )}
    </Card>
  )
}
