import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Link } from 'react-router'
import { type Case, findSimilar, linkCase, mergeCase, undoMerge, unlinkCase } from '../../api/cases.ts'
import { caseStatusWords } from '../../ui/text/vocabulary.ts'
import { caseText, similarWords } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** Linked and merged cases, and likely repeats with the reasons; merging can be undone at once and later. */
export function CaseRelations({ data, readOnly }: { data: Case; readOnly: boolean }) {
  const may = useMay()
  const { notification } = App.useApp()
  const touches = [['case'], ['cases'], ['case-similar']]
  const { data: similar } = useQuery({
    queryKey: ['case-similar', data.id],
    queryFn: () => findSimilar(data.id),
    enabled: !readOnly,
  })
  const undo = useDeed((mergeId: string) => undoMerge(data.id, mergeId), { touches })
  const link = useDeed((caseId: string) => linkCase(data.id, caseId, 'related'), { touches })
  const unlink = useDeed((caseId: string) => unlinkCase(data.id, caseId), { touches })
  const merge = useDeed((sourceId: string) => mergeCase(data.id, sourceId), {
    touches,
    onDone: ({ mergeId }) =>
      notification.success({
        key: mergeId,
        title: caseText.merged,
        duration: 15,
        actions: (
          <Button
            size="small"
            onClick={() => {
              notification.destroy(mergeId)
              undo.mutate(mergeId)
            }}
          >
            {commonText.undo}
          </Button>
        ),
      }),
  })
  const known = new Set([
    ...data.links.map(({ caseId }) => caseId),
    ...data.merges.filter(({ undoneAt }) => !undoneAt).map(({ sourceCaseId }) => sourceCaseId),
  ])
  const likely = (similar?.items ?? []).filter(({ id }) => !known.has(id))
  if (data.links.length + data.merges.length + likely.length === 0) return null
  return (
    <Card title={caseText.links}>
      <ul className="plain-list">
        {data.merges.map((each) => (
          <li key={each.id} className="spread line">
            <span className={each.undoneAt ? 'quiet' : ''}>
              {caseText.mergedFrom(each.number)} {each.title}{' '}
              <span className="quiet">{momentText(each.mergedAt)}</span>
            </span>
            {!each.undoneAt && may('cases.merge') && !readOnly && (
              <Button size="small" type="text" onClick={() => undo.mutate(each.id)}>
                {caseText.unmerge}
              </Button>
            )}
          </li>
        ))}
        {data.links.map((each) => (
          <li key={each.caseId} className="spread line">
            <span>
              <Link to={`/cases/${each.caseId}`}>{each.title}</Link>{' '}
              <span className="quiet">{each.number}</span> <DotTag>{caseStatusWords[each.status]}</DotTag>
            </span>
            {!readOnly && (
              <Button size="small" type="text" onClick={() => unlink.mutate(each.caseId)}>
                {caseText.unlink}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {likely.length > 0 && <h3 className="gap-above">{caseText.similar}</h3>}
      <ul className="plain-list">
        {likely.map((each) => (
          <li key={each.id} className="spread line">
            <span>
              <Link to={`/cases/${each.id}`}>{each.title}</Link>{' '}
              <span className="quiet">
                {each.number} {each.personName} {momentText(each.openedAt)}
              </span>{' '}
              {each.reasons.map((reason) => (
                <DotTag key={reason}>{similarWords[reason]}</DotTag>
              ))}
            </span>
            <span className="button-row">
              <Button size="small" onClick={() => link.mutate(each.id)}>
                {caseText.link}
              </Button>
              {may('cases.merge') && (
                <Button size="small" onClick={() => merge.mutate(each.id)}>
                  {caseText.merge}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
