import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Select } from 'antd'
import { Link } from 'react-router'
import { type TemplateFilter, templateFilters } from '../../../contract/broadcast-templates.ts'
import { type BroadcastTemplate, listTemplates } from '../../api/broadcast-templates.ts'
import { timeText } from '../../ui/text/time.ts'
import { templateFilterWords, templateText } from '../../ui/text/workbench/broadcast-templates.ts'
import { broadcastText, kindWords } from '../../ui/text/workbench/broadcasts.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useFilters } from '../ui/use-filters.ts'
import './broadcasts.css'
import './cap.css'

/** What every season brings: those that are in season first, and which somebody has to read again. */
export function TemplateListPage() {
  const may = useMay()
  const { get, set } = useFilters()
  const filter = (get('filter') as TemplateFilter) ?? 'in_use'
  const query = useQuery({
    queryKey: ['broadcast-templates', filter],
    queryFn: ({ signal }) => listTemplates({ filter }, signal),
  })
  return (
    <Page
      title={templateText.title}
      above={<Link to="/broadcasts">← {broadcastText.title}</Link>}
      actions={
        may('broadcasts.approve') && (
          <Link to="/broadcasts/templates/new">
            <Button tabIndex={-1}>{templateText.add}</Button>
          </Link>
        )
      }
    >
      {may('broadcasts.approve') && query.data && query.data.due > 0 && filter !== 'due' && (
        <Alert
          className="gap-below"
          type="warning"
          title={templateText.dueCount(query.data.due)}
          action={
            <Button size="small" onClick={() => set('filter', 'due')}>
              {templateText.lookAtThem}
            </Button>
          }
        />
      )}
      <div className="filters">
        <Select
          value={filter}
          aria-label={commonText.status}
          onChange={(value) => set('filter', value === 'in_use' ? null : value)}
          options={templateFilters.map((value) => ({ value, label: templateFilterWords[value] }))}
        />
      </div>
      <Loaded query={query} rows={10} isEmpty={({ items }) => items.length === 0} empty={templateText.empty}>
        {({ items }) => (
          <ul className="plain-list card flush">
            {items.map((template) => (
              <Row key={template.id} template={template} />
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  )
}

function Row({ template }: { template: BroadcastTemplate }) {
  return (
    <li>
      <Link to={`/broadcasts/templates/${template.id}`} className="list-row">
        <div className="spread">
          <b>{template.title}</b>
          {template.inSeason && template.seasonFrom && <DotTag tone="green">{templateText.inSeason}</DotTag>}
        </div>
        <div className="quiet">
          {kindWords[template.kind]} · {seasonText(template)} · {templateText.owner}{' '}
          {template.owner?.name ?? templateText.noOwner}
        </div>
        <div className="button-row">
          {template.reviewDue && <DotTag tone="amber">{templateText.reviewDue}</DotTag>}
          <span className="quiet">
            {template.usedAt
              ? `${templateText.used(template.used)} · ${templateText.lastUsed} ${momentText(template.usedAt)}`
              : templateText.neverUsed}
          </span>
        </div>
      </Link>
    </li>
  )
}

/** '4月1日～9月30日', or all year. */
export const seasonText = ({ seasonFrom, seasonTo }: Pick<BroadcastTemplate, 'seasonFrom' | 'seasonTo'>) =>
  seasonFrom && seasonTo ? `${dayOf(seasonFrom)}～${dayOf(seasonTo)}` : templateText.allYear

function dayOf(monthDay: string): string {
  const [month, day] = monthDay.split('-').map(Number)
  return timeText.monthDay(month!, day!)
}
