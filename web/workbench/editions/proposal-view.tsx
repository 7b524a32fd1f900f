import { useQuery } from '@tanstack/react-query'
import { Alert, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type EditionProposalDetail, readEditionProposal } from '../../api/editions.ts'
import {
  editionChangeWords,
  editionDecisionWords,
  editionKindWords,
  editionText as text,
} from '../../ui/text/workbench/editions.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { ProposalDeeds } from './proposal-deeds.tsx'
import { ProposalWords } from './proposal-words.tsx'

/** What came with the version beside what the station has, and what one may do about it. */
export function ProposalView({ id }: { id: string }) {
  const query = useQuery({ queryKey: ['edition-proposal', id], queryFn: () => readEditionProposal(id) })
  return (
    <Loaded query={query} rows={8}>
      {(proposal) => <Details proposal={proposal} />}
    </Loaded>
  )
}

function Details({ proposal }: { proposal: EditionProposalDetail }) {
  const { kind, change, changed, draftUnderWay, decision, subjectId, slug } = proposal
  const [withBase, setWithBase] = useState(false)
  return (
    <Card
      title={proposal.title}
      extra={
        subjectId &&
        (kind === 'script' ? (
          <Link to={`/scripts/${subjectId}`}>{text.openScript}</Link>
        ) : (
          slug && <Link to={`/guides/${slug}`}>{text.openGuide}</Link>
        ))
      }
    >
      <p className="gap-below">
        <DotTag>{editionKindWords[kind]}</DotTag>{' '}
        <DotTag tone={change === 'withdrawn' ? 'red' : 'blue'}>{editionChangeWords[change]}</DotTag>{' '}
        <span className="quiet">
          {proposal.code} · {momentText(proposal.offeredAt)}
        </span>
      </p>
      {decision ? (
        <Alert
          className="gap-below"
          type={decision.decision === 'declined' ? 'warning' : 'success'}
          title={`${editionDecisionWords[decision.decision]} · ${decision.by?.name ?? text.nobody} ${momentText(decision.at)}`}
          description={decision.reason || undefined}
        />
      ) : (
        <>
          {change === 'withdrawn' && (
            <Alert className="gap-below" type="warning" showIcon title={text.withdrawnMeaning} />
          )}
          {change === 'new' && <Alert className="gap-below" type="info" showIcon title={text.newMeaning} />}
          {changed && change === 'changed' && (
            <Alert className="gap-below" type="warning" showIcon title={text.ownWordsMeaning} />
          )}
          {draftUnderWay && <Alert className="gap-below" type="warning" showIcon title={text.underWay} />}
        </>
      )}
      {!decision && changed && proposal.base && change === 'changed' && (
        <Segmented
          className="gap-below"
          aria-label={text.compareWith}
          value={withBase ? 'base' : 'present'}
          onChange={(value) => setWithBase(value === 'base')}
          options={[
            { value: 'present', label: text.withPresent },
            { value: 'base', label: text.withBase },
          ]}
        />
      )}
      <ProposalWords proposal={proposal} withBase={withBase} />
      {!decision && <ProposalDeeds proposal={proposal} />}
    </Card>
  )
}
