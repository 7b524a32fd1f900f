import { Link } from 'react-router'
import type { CaseItem } from '../../api/cases.ts'
import { caseKindWords, caseStatusWords } from '../../ui/text/vocabulary.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { dueText, momentText } from '../../ui/time.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { caseTone } from './case-tone.ts'

/** A table on a desk, cards on a phone; the same markup, laid out by the style. */
export function CaseTable({ items }: { items: CaseItem[] }) {
  return (
    <div className="card flush">
      <table className="list-table">
        <thead>
          <tr>
            <th>{caseText.caseTitle}</th>
            <th>{commonText.status}</th>
            <th>{caseText.kind}</th>
            <th>{caseText.person}</th>
            <th>{commonText.village}</th>
            <th>{caseText.assignee}</th>
            <th>{caseText.openedAt}</th>
            <th>{caseText.dueAt}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td className="main-cell">
                <Link to={`/cases/${item.id}`}>{item.title}</Link>
                <div className="quiet">{item.number}</div>
              </td>
              <td>
                <DotTag tone={caseTone[item.status]}>{caseStatusWords[item.status]}</DotTag>{' '}
                {item.emergency && <DotTag tone="red">{inboxText.emergency}</DotTag>}
              </td>
              <td>{caseKindWords[item.kind]}</td>
              <td>{item.personName ?? commonText.unknown}</td>
              <td>{item.villageName ?? commonText.unknownVillage}</td>
              <td>{item.assignee?.name ?? commonText.nobody}</td>
              <td className="numbers">{momentText(item.openedAt)}</td>
              <td className="numbers">
                {item.dueAt ? dueText(item.dueAt) : <span className="quiet">{caseText.noDue}</span>}{' '}
                {item.overdue && <DotTag tone="red">{caseText.overdueTag}</DotTag>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
