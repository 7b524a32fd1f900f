import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { type ScriptDetail, showScript } from '../../api/scripts.ts'
import { scriptText, standingWords } from '../../ui/text/workbench/scripts.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { ReviewDeeds } from './review-deeds.tsx'
import { usePlaces } from './script-facts.tsx'
import { VersionDiff } from './version-diff.tsx'

/** A waiting draft beside what is in use, and what a second person does about it. */
export function ReviewCard({ id }: { id: string }) {
  const query = useQuery({ queryKey: ['script', id], queryFn: () => showScript(id) })
  return <Loaded query={query}>{(data) => <Draft data={data} />}</Loaded>
}

function Draft({ data }: { data: ScriptDetail }) {
  const { script, versions, steps } = data
  const newest = versions[0]!
  const places = usePlaces(script)
  const inUse = versions.find(({ approvedAt }) => approvedAt)
  const submitted = steps.find(({ version, kind }) => version === newest.version && kind === 'submitted')
  return (
    <Card title={newest.title} extra={<Link to={`/scripts/${script.id}`}>{scriptText.open}</Link>}>
      <p className="quiet gap-below">
        {scriptText.version(newest.version)} ·{' '}
        {newest.draftedBy ? scriptText.draftedBy(newest.draftedBy.name) : scriptText.delivered}{' '}
        {momentText(submitted?.at ?? newest.draftedAt)}
        {!inUse && ` · ${scriptText.newHere}`}
      </p>
      <VersionDiff
        before={newest === inUse ? undefined : inUse}
        after={newest}
        names={{ before: scriptText.before, after: scriptText.after }}
      />
      {newest.basis === '' && <Alert className="gap-above" type="warning" title={scriptText.noBasis} />}
      <p className="quiet gap-above">
        {scriptText.villages}：{places} ·{' '}
        {script.auxiliaryMay ? scriptText.auxiliaryMay : scriptText.auxiliaryMayNot}
      </p>
      <p className="gap-above">
        <DotTag tone={newest.standing === null ? 'green' : 'amber'}>
          {newest.standing === null ? scriptText.approved : standingWords[newest.standing]}
        </DotTag>
      </p>
      <ReviewDeeds data={data} />
    </Card>
  )
}
