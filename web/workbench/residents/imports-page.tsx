import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { clientKey } from '../../api/client-key.ts'
import { listImports, uploadImport } from '../../api/register-imports.ts'
import { importStateWords, importText } from '../../ui/text/workbench/register-import.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { momentText } from '../../ui/time.ts'
import { readAsBase64 } from '../scripts/read-as-base64.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { stateTones } from './import-tones.ts'

const largest = 12 * 1024 * 1024

/** A roster is handed in here; those handed in before stand below. */
export function ImportsPage() {
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const query = useQuery({ queryKey: ['register-imports'], queryFn: listImports })
  const upload = useDeed(
    async (file: File) => uploadImport({ name: file.name, content: await readAsBase64(file) }, clientKey()),
    {
      touches: [['register-imports']],
      quiet: true,
      onDone: ({ id }) => navigate(`/residents/imports/${id}`),
    },
  )
  const take = (file: File | undefined) => {
    if (!file || upload.isPending) return
    setTooLarge(file.size > largest)
    if (file.size <= largest) upload.mutate(file)
  }
  const problem = tooLarge ? importText.tooLarge : upload.error?.message
  return (
    <Page title={importText.title} above={<Link to="/residents">← {residentText.title}</Link>}>
      <Card>
        <p className="gap-below">{importText.hint}</p>
        <p className="quiet gap-below">{importText.noIdentity}</p>
        <input
          ref={field}
          hidden
          type="file"
          accept=".xlsx,.csv,.txt"
          aria-label={importText.choose}
          onChange={(event) => {
            take(event.target.files?.[0])
            // The same file again after it was mended.
            event.target.value = ''
          }}
        />
        <div className="button-row">
          <Button type="primary" loading={upload.isPending} onClick={() => field.current?.click()}>
            {importText.choose}
          </Button>
          {upload.isPending && (
            <span className="quiet" role="status">
              {importText.reading}
            </span>
          )}
        </div>
        {problem && <Alert className="gap-above" type="error" role="alert" title={problem} />}
      </Card>
      <Card title={importText.earlier}>
        <Loaded query={query} rows={3} isEmpty={({ items }) => items.length === 0} empty={importText.none}>
          {({ items }) => (
            <ul className="plain-list">
              {items.map((item) => (
                <li key={item.id} className="line">
                  <Link to={`/residents/imports/${item.id}`}>{item.fileName}</Link>{' '}
                  <DotTag tone={stateTones[item.state]}>{importStateWords[item.state]}</DotTag>
                  <div className="quiet">
                    {importText.rows(item.rowsTotal)} · {item.uploadedBy} · {momentText(item.uploadedAt)}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Card>
    </Page>
  )
}
