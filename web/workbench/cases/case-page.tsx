import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { Link, useParams } from 'react-router'
import { type Case, showCase, undoMerge } from '../../api/cases.ts'
import { caseKindWords, caseStatusWords, channelWords, scenarioWords } from '../../ui/text/vocabulary.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { CaseAnswers } from './case-answers.tsx'
import { CaseCalls } from './case-calls.tsx'
import { CaseClocks } from './case-clocks.tsx'
import { CaseConversationClose } from './case-conversation-close.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CaseMaterials } from './case-materials.tsx'
import { CaseOutcomes } from './case-outcomes.tsx'
import { CasePeople } from './case-people.tsx'
import { CasePlace } from './case-place.tsx'
import { CaseRelations } from './case-relations.tsx'
import { CaseSteps } from './case-steps.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import { caseTone } from './case-tone.ts'
import { SecondTripList } from './second-trip-list.tsx'
import './cases.css'

export function CasePage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['case', id], queryFn: () => showCase(id), staleTime: 0 })
  if (!query.data) {
    return (
      <Page title={caseText.title}>
        <Loaded query={query} rows={10}>
          {() => null}
        </Loaded>
      </Page>
    )
  }
  return <CaseView data={query.data} />
}

function CaseView({ data }: { data: Case }) {
  const may = useMay()
  const undo = useDeed(() => undoMerge(data.mergedInto?.id ?? '', data.mergedInto?.mergeId ?? ''), {
    touches: [['case'], ['cases']],
  })
  const readOnly = !!data.mergedInto || !may('cases.write')
  return (
    <Page
      title={data.title}
      tabTitle={`${data.number} ${data.title}`}
      above={
        <p className="case-line">
          <Link to="/cases">{caseText.title}</Link> <span className="quiet">{data.number}</span>{' '}
          <DotTag tone={caseTone[data.status]}>{caseStatusWords[data.status]}</DotTag>{' '}
          {data.emergency && <DotTag tone="red">{inboxText.emergency}</DotTag>}{' '}
          <DotTag>{caseKindWords[data.kind]}</DotTag> <DotTag>{scenarioWords[data.scenario]}</DotTag>{' '}
          <DotTag>{channelWords[data.channel]}</DotTag>
        </p>
      }
      actions={!readOnly && <CaseSteps data={data} />}
    >
      {data.mergedInto && (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          title={
            <Link to={`/cases/${data.mergedInto.id}`}>{caseText.mergedInto(data.mergedInto.number)}</Link>
          }
          action={
            may('cases.merge') && (
              <Button size="small" loading={undo.isPending} onClick={() => undo.mutate()}>
                {caseText.unmerge}
              </Button>
            )
          }
        />
      )}
      <CaseCalls data={data} />
      {!readOnly && <CaseConversationClose data={data} />}
      <div className="case-columns">
        <div>
          <CaseOutcomes data={data} readOnly={readOnly} />
          <CaseMaterials data={data} readOnly={readOnly} />
          <CaseAnswers data={data} readOnly={readOnly} />
          {data.secondTrips.length > 0 && (
            <Card title={caseText.secondTrips}>
              <SecondTripList trips={data.secondTrips} />
            </Card>
          )}
          <CaseTimeline data={data} />
          <CaseRelations data={data} readOnly={readOnly} />
        </div>
        <div>
          <CaseClocks data={data} readOnly={readOnly} />
          <CaseFacts data={data} readOnly={readOnly} />
          <CasePeople data={data} readOnly={readOnly} />
          <CasePlace data={data} readOnly={readOnly} />
        </div>
      </div>
    </Page>
  )
}
