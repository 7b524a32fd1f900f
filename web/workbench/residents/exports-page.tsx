import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { listExports } from '../../api/register-exports.ts'
import { exportText } from '../../ui/text/workbench/register-export.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { ExportForm } from './export-form.tsx'
import { ExportLine } from './export-line.tsx'

/** Lists that leave the system: asked for above, and below what was asked for, with what became of it. */
export function ExportsPage() {
  const query = useQuery({ queryKey: ['register-exports'], queryFn: listExports })
  return (
    <Page title={exportText.title} above={<Link to="/residents">← {residentText.title}</Link>}>
      <ExportForm />
      <Card title={exportText.list}>
        <Loaded query={query} rows={3} isEmpty={({ items }) => items.length === 0} empty={exportText.none}>
          {({ items }) => (
            <ul className="plain-list">
              {items.map((item) => (
                <ExportLine key={item.id} item={item} />
              ))}
            </ul>
          )}
        </Loaded>
      </Card>
    </Page>
  )
}
