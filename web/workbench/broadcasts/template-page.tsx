import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { retireTemplate, showTemplate, type TemplateDetail } from '../../api/broadcast-templates.ts'
import { categoryWords, templateText } from '../../ui/text/workbench/broadcast-templates.ts'
import { channelWords, kindWords, urgencyWords } from '../../ui/text/workbench/broadcasts.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { seasonText } from './template-list-page.tsx'
import { ReviewDialog } from './template-review-dialog.tsx'
import { UseTemplateCard } from './template-use-card.tsx'
import './broadcasts.css'
import './cap.css'

/** One template as it would stand today, with its facts, and everything that became of it. */
export function TemplatePage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['broadcast-template', id], queryFn: () => showTemplate(id) })
  const above = <Link to="/broadcasts/templates">← {templateText.title}</Link>
  if (!query.data)
    return (
      <Page title={templateText.title} above={above}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  const { template, filled, missing } = query.data
  return (
    <Page
      title={template.title}
      above={above}
      actions={
        template.inSeason && template.seasonFrom && <DotTag tone="green">{templateText.inSeason}</DotTag>
      }
    >
      <div className="broadcast-columns">
        <div>
          {!template.retiredAt && <UseTemplateCard template={template} missing={missing} />}
          <Card title={templateText.asToday}>
            <p className="as-typed">{filled.body}</p>
          </Card>
          <Card title={templateText.spoken}>
            <p className="as-typed template-spoken">{filled.spoken}</p>
          </Card>
        </div>
        <div>
          <FactsCard data={query.data} />
          <HistoryCard data={query.data} />
        </div>
      </div>
    </Page>
  )
}

function FactsCard({ data: { template } }: { data: TemplateDetail }) {
  const may = useMay()
  const [reviewing, setReviewing] = useState(false)
  const retire = useDeed((retired: boolean) => retireTemplate(template.id, retired), {
    said: templateText.done,
    touches: [['broadcast-templates'], ['broadcast-template', template.id]],
  })
  const facts: [string, string][] = [
    [templateText.kind, `${kindWords[template.kind]} · ${urgencyWords[template.urgency]}`],
    [templateText.season, [seasonText(template), template.seasonNote].filter(Boolean).join(' · ')],
    [templateText.channels, template.channels.map((channel) => channelWords[channel]).join('、')],
    [templateText.care, template.care],
    [templateText.category, categoryWords[template.capCategory]],
    [templateText.basis, template.basis],
    [templateText.owner, template.owner?.name ?? templateText.noOwner],
    [templateText.reviewOn, template.reviewOn],
  ]
  return (
    <Card>
      {template.reviewDue && <Alert className="gap-below" type="warning" title={templateText.reviewDue} />}
      <dl className="facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className="fact-line">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {may('broadcasts.approve') && (
        <div className="button-row gap-above">
          {!template.retiredAt && (
            <>
              <Button type={template.reviewDue ? 'primary' : 'default'} onClick={() => setReviewing(true)}>
                {templateText.review}
              </Button>
              <Link to={`/broadcasts/templates/${template.id}/edit`}>
                <Button tabIndex={-1}>{templateText.edit}</Button>
              </Link>
            </>
          )}
          <Button
            danger={!template.retiredAt}
            loading={retire.isPending}
            onClick={() => retire.mutate(!template.retiredAt)}
          >
            {template.retiredAt ? templateText.restore : templateText.retire}
          </Button>
        </div>
      )}
      {reviewing && <ReviewDialog template={template} onClose={() => setReviewing(false)} />}
    </Card>
  )
}

function HistoryCard({ data: { history } }: { data: TemplateDetail }) {
  return (
    <Card title={templateText.history}>
      <ul className="plain-list">
        {history.map((entry) => (
          <li key={`${entry.kind}${entry.version}${entry.at}`} className="line">
            <div className="spread">
              <span>
                {entry.kind === 'review' ? `${templateText.reviewEntry} · ` : ''}
                {templateText.version(entry.version)}
              </span>
              <span className="quiet">
                {entry.by?.name ?? templateText.delivered} {momentText(entry.at)}
              </span>
            </div>
            {entry.note && <div>{entry.note}</div>}
            {entry.kind === 'version' && (
              <details>
                <summary>{templateText.showWords}</summary>
                <p className="as-typed">{`${entry.title}\n${entry.body}\n\n${templateText.spoken}：${entry.spoken}`}</p>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
