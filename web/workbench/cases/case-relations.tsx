import { Button } from 'antd'
import { Link } from 'react-router'
import { type Case, undoMerge, unlinkCase } from '../../api/cases.ts'
import { caseStatusWords } from '../../ui/text/vocabulary.ts'
import { caseText, linkKindWords } from '../../ui/text/workbench/cases.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { FindRelated } from './find-related.tsx'

/** Linked and merged cases, and what else may belong here. Links and merges can be taken back later. */
export function CaseRelations({ data, readOnly }: { data: Case; readOnly: boolean }) {
  const may = useMay()
  const touches = [['case'], ['cases'], ['case-similar']]
  const undo = useDeed((mergeId: string) => undoMerge(data.id, mergeId), { touches })
  const unlink = useDeed((caseId: string) => unlinkCase(data.id, caseId), { touches })
  if (readOnly && data.links.length + data.merges.length === 0) return null
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
              <DotTag tone={each.kind === 'repeat' ? 'amber' : 'grey'}>{linkKindWords[each.kind]}</DotTag>{' '}
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
      {!readOnly && (
        <div className="no-print">
          <FindRelated data={data} />
        </div>
      )}
    </Card>
  )
}
