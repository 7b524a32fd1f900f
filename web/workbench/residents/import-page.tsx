import { useQuery } from '@tanstack/react-query'
import { Alert, Spin } from 'antd'
import { Link, useParams } from 'react-router'
import { type RegisterImport, showImport } from '../../api/register-imports.ts'
import { importStateWords, importText } from '../../ui/text/workbench/register-import.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { ImportColumns } from './import-columns.tsx'
import { ImportDeeds } from './import-deeds.tsx'
import { ImportRows } from './import-rows.tsx'
import { stateTones } from './import-tones.ts'

const busy = new Set(['checking', 'importing', 'undoing'])

/** One roster on its way: columns, trial, writing, and back again. The address is the place where it stands. */
export function ImportPage() {
  const { id = '' } = useParams()
  const query = useQuery({
    queryKey: ['register-import', id],
    queryFn: () => showImport(id),
    refetchInterval: (asked) => (asked.state.data && busy.has(asked.state.data.state) ? 1000 : false),
  })
  return (
    <Page
      title={query.data?.fileName ?? importText.title}
      above={<Link to="/residents/imports">← {importText.title}</Link>}
    >
      <Loaded query={query}>{(data) => <ImportView data={data} />}</Loaded>
    </Page>
  )
}

function ImportView({ data }: { data: RegisterImport }) {
  const open = data.state === 'read' || data.state === 'checked'
  return (
    <>
      <p className="button-row gap-below">
        <DotTag tone={stateTones[data.state]}>{importStateWords[data.state]}</DotTag>
        <span className="quiet">
          {importText.rows(data.rowsTotal)}
          {data.sheetName && ` · ${data.sheetName}`}
        </span>
      </p>
      {data.remarks.map((remark) => (
        <Alert key={remark} className="gap-below" type="info" title={remark} />
      ))}
      {data.trouble && <Alert className="gap-below" type="error" role="alert" title={data.trouble} />}
      {data.state === 'checking' && (
        <Card>
          <p role="status" className="button-row">
            <Spin size="small" /> {importText.checking}
          </p>
        </Card>
      )}
      {data.state !== 'read' && data.state !== 'checking' && <ImportDeeds data={data} />}
      {data.state !== 'read' && data.state !== 'checking' && data.state !== 'importing' && (
        <ImportRows data={data} />
      )}
      {open && <ImportColumns key={data.state} data={data} />}
    </>
  )
}
