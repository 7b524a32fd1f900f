import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Case, linkCase, type SimilarCases } from '../../api/cases.ts'
import { caseStatusWords } from '../../ui/text/vocabulary.ts'
import { caseText, linkKindWords, similarWords } from '../../ui/text/workbench/cases.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { MergeDialog } from './merge-dialog.tsx'

type Choice = Pick<
  SimilarCases['items'][number],
  'id' | 'number' | 'title' | 'status' | 'openedAt' | 'personName' | 'reasons'
>

/** Cases to be named as the same matter again, as related, or to be merged: a person decides which. */
export function RelatedChoices({ data, items }: { data: Case; items: Choice[] }) {
  const may = useMay()
  const [merging, setMerging] = useState<Choice>()
  const link = useDeed(
    ({ caseId, kind }: { caseId: string; kind: 'repeat' | 'related' }) => linkCase(data.id, caseId, kind),
    { touches: [['case'], ['cases'], ['case-similar']] },
  )
  return (
    <ul className="plain-list">
      {items.map((each) => (
        <li key={each.id} className="spread line">
          <span>
            <Link to={`/cases/${each.id}`}>{each.title}</Link>{' '}
            <span className="quiet">
              {each.number} {each.personName} {momentText(each.openedAt)}
            </span>{' '}
            <DotTag>{caseStatusWords[each.status]}</DotTag>{' '}
            {each.reasons.map((reason) => (
              <DotTag key={reason}>{similarWords[reason]}</DotTag>
            ))}
          </span>
          <span className="button-row">
            {(['repeat', 'related'] as const).map((kind) => (
              <Button key={kind} size="small" onClick={() => link.mutate({ caseId: each.id, kind })}>
                {linkKindWords[kind]}
              </Button>
            ))}
            {may('cases.merge') && (
              <Button size="small" onClick={() => setMerging(each)}>
                {caseText.merge}
              </Button>
            )}
          </span>
        </li>
      ))}
      {merging && <MergeDialog data={data} other={merging} onClose={() => setMerging(undefined)} />}
    </ul>
  )
}
