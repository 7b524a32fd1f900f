import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Case } from '../../api/cases.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { OfficerSelect } from '../ui/officer-select.tsx'
import { VillageLink } from '../ui/village-link.tsx'
import { CaseEditDialog } from './case-edit-dialog.tsx'
import { CaseOwnSearch } from './case-own-search.tsx'
import { useCaseChange } from './use-case-change.ts'

export function CaseFacts({ data, readOnly }: { data: Case; readOnly: boolean }) {
  const [editing, setEditing] = useState(false)
  const change = useCaseChange(data)
  // Who came to the counter without a contact of hers stands among the people.
  const asker = data.contact ?? data.people.find(({ part }) => part === 'applicant')
  return (
    <Card
      title={inboxText.details}
      extra={
        !readOnly && (
          <Button size="small" type="text" icon={<EditOutlined />} onClick={() => setEditing(true)}>
            {commonText.change}
          </Button>
        )
      }
    >
      <dl className="facts">
        <dt>{caseText.assignee}</dt>
        <dd>
          {readOnly ? (
            (data.assignee?.name ?? commonText.nobody)
          ) : (
            <OfficerSelect
              className="full"
              value={data.assignee?.id}
              placeholder={commonText.nobody}
              onChange={(officerId) => change.mutate({ assigneeId: officerId ?? null })}
            />
          )}
        </dd>
        <dt>{caseText.person}</dt>
        <dd>
          {asker?.name || commonText.unknown}{' '}
          {asker?.phone && <a href={`tel:${asker.phone}`}>{asker.phone}</a>}
        </dd>
        {data.conversation && (
          <>
            <dt>{caseText.conversation}</dt>
            <dd>
              <Link to={`/inbox/all/${data.conversation.id}`}>{data.conversation.number}</Link>
            </dd>
          </>
        )}
        <dt>{commonText.village}</dt>
        <dd>
          <VillageLink id={data.villageId} name={data.villageName} />
        </dd>
        <CaseOwnSearch data={data} readOnly={readOnly} />
        <dt>{caseText.openedAt}</dt>
        <dd>
          {momentText(data.openedAt)} {data.openedBy?.name}
        </dd>
        {data.details && (
          <>
            <dt>{caseText.details}</dt>
            <dd className="pre-line">{data.details}</dd>
          </>
        )}
      </dl>
      {!data.emergency && !readOnly && (
        <Button size="small" danger className="gap-above" onClick={() => change.mutate({ emergency: true })}>
          {caseText.emergency}
        </Button>
      )}
      {editing && <CaseEditDialog data={data} onClose={() => setEditing(false)} />}
    </Card>
  )
}
