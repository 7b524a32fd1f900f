import { Alert, Button, Popconfirm, Progress } from 'antd'
import { type RegisterImport, steerImport } from '../../api/register-imports.ts'
import { importText } from '../../ui/text/workbench/register-import.ts'
import { useNow } from '../../ui/use-now.ts'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** What can be done with a tried import now, and how far what was done has come. */
export function ImportDeeds({ data }: { data: RegisterImport }) {
  const touches = [
    ['register-import', data.id],
    ['register-imports'],
    ['register-import-rows', data.id],
    ['residents'],
  ]
  const steer = useDeed((deed: 'start' | 'stop' | 'undo') => steerImport(data.id, deed), { touches })
  const { counts, written, state } = data
  const toWrite = (counts['new'] ?? 0) + (counts['changed'] ?? 0) + data.decided
  const button = (deed: 'start' | 'stop', label: string, primary = true) => (
    <Button
      {...(primary && { type: 'primary' as const })}
      loading={steer.isPending && steer.variables === deed}
      disabled={steer.isPending}
      onClick={() => steer.mutate(deed)}
    >
      {label}
    </Button>
  )
  const undo = (
    <Popconfirm title={importText.undoSure} onConfirm={() => steer.mutate('undo')}>
      <Button danger loading={steer.isPending && steer.variables === 'undo'} disabled={steer.isPending}>
        {importText.undo}
      </Button>
    </Popconfirm>
  )
  const beside = ({ phones, relations }: RegisterImport['further']) =>
    phones + relations > 0 ? importText.further(phones, relations) : ''
  const told =
    importText.doneCounts(written['new'] ?? 0, written['changed'] ?? 0, written['skipped'] ?? 0) +
    beside(data.furtherWritten)
  if (state === 'undone') return <Alert className="gap-below" type="success" title={importText.undone} />
  return (
    <Card>
      {state === 'checked' && (
        <>
          <p className="gap-below">
            {toWrite > 0 ? importText.willWrite(toWrite) + beside(data.further) : importText.nothing}
          </p>
          {toWrite > 0 && button('start', importText.start(toWrite))}
        </>
      )}
      {(state === 'importing' || state === 'stopped') && (
        <>
          <ImportProgress data={data} />
          <p className="quiet gap-below">{state === 'stopped' ? told : importText.stopHint}</p>
          <div className="button-row">
            {state === 'importing'
              ? button('stop', importText.stop, false)
              : button('start', importText.goOn)}
            {state === 'stopped' && undo}
          </div>
        </>
      )}
      {state === 'undoing' && <p role="status">{importText.undoing}</p>}
      {state === 'done' && (
        <>
          <p className="gap-below" role="status">
            <b>{importText.done}</b> {told}
          </p>
          {undo}
        </>
      )}
    </Card>
  )
}

function ImportProgress({ data }: { data: RegisterImport }) {
  const now = useNow(1000)
  const { rowsDone, rowsTotal, stepBeganAt, state } = data
  const passed = stepBeganAt ? Math.max(1, (now - Date.parse(stepBeganAt)) / 1000) : 1
  const perSecond = Math.round(rowsDone / passed)
  const left = perSecond > 0 ? Math.ceil((rowsTotal - rowsDone) / perSecond) : 0
  const leftWords = left < 90 ? importText.seconds(left) : importText.minutes(Math.ceil(left / 60))
  return (
    <div role="status">
      <Progress
        percent={Math.floor((100 * rowsDone) / Math.max(1, rowsTotal))}
        {...(state === 'importing' && { status: 'active' as const })}
      />
      <p className="numbers">
        {importText.progress(rowsDone, rowsTotal)}
        {state === 'importing' && rowsDone > 0 && ` · ${importText.speed(perSecond, leftWords)}`}
      </p>
    </div>
  )
}
