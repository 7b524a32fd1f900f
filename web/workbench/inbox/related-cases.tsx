import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { listCases } from '../../api/cases.ts'
import { caseStatusWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { caseTone } from '../cases/case-tone.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'

export function RelatedCases({ contactId }: { contactId: string }) {
  const { data } = useQuery({
    queryKey: ['cases', { contactId }],
    queryFn: () => listCases({ contactId, status: 'all', limit: 10 }),
  })
  if (!data?.items.length) return null
  return (
    <Card title={inboxText.cases}>
      <ul className="plain-list link-list">
        {data.items.map((item) => (
          <li key={item.id}>
            <Link to={`/cases/${item.id}`}>
              {item.title}
              <span className="quiet"> {item.number}</span>
            </Link>{' '}
            <DotTag tone={item.overdue ? 'red' : caseTone[item.status]}>
              {caseStatusWords[item.status]}
            </DotTag>
          </li>
        ))}
      </ul>
      {data.next && <Link to={`/cases?contact=${contactId}&status=all`}>{commonText.more}</Link>}
    </Card>
  )
}
