import { Button } from 'antd'
import { type ExchangeForm, exportScripts } from '../../api/script-exchange.ts'
import { exchangeText } from '../../ui/text/workbench/script-exchange.ts'
import { useMay } from '../officers/use-me.ts'
import { MissingPage } from '../shell/missing-page.tsx'
import { Card } from '../ui/card.tsx'
import { Page } from '../ui/page.tsx'
import { saveBlob } from '../ui/save-blob.ts'
import { useDeed } from '../ui/use-deed.ts'
import { ImportCard } from './import-card.tsx'
import { ScriptsNav } from './scripts-nav.tsx'
import './scripts.css'

/** The library as a file: out, to be worked on elsewhere, and in again. */
export function ExchangePage() {
  const may = useMay()
  const save = useDeed(exportScripts, { onDone: (blob, form) => saveBlob(blob, `scripts.${form}`) })
  const button = (form: ExchangeForm, label: string) => (
    <Button
      loading={save.isPending && save.variables === form}
      disabled={save.isPending}
      onClick={() => save.mutate(form)}
    >
      {label}
    </Button>
  )
  if (!may('scripts.approve') && !may('exports.make')) return <MissingPage />
  return (
    <Page title={exchangeText.title}>
      <ScriptsNav />
      {may('scripts.approve') && <ImportCard />}
      {may('exports.make') && (
        <Card title={exchangeText.export}>
          <p className="quiet gap-below">{exchangeText.exportHint}</p>
          <div className="button-row">
            {button('xlsx', exchangeText.exportXlsx)}
            {button('json', exchangeText.exportJson)}
          </div>
        </Card>
      )}
    </Page>
  )
}
