import { useQuery } from '@tanstack/react-query'
import { Button, Empty, Popconfirm, Tabs } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { acceptEditionProposals, type EditionProposal, listEditionProposals } from '../../api/editions.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import {
  editionChangeWords,
  editionDecisionWords,
  editionKindWords,
  editionText as text,
} from '../../ui/text/workbench/editions.ts'
import { momentText } from '../../ui/time.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { ScriptsNav } from '../scripts/scripts-nav.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { proposalTouches } from './proposal-touches.ts'
import { ProposalView } from './proposal-view.tsx'

const tabs = ['waiting', 'decided'] as const
type Tab = (typeof tabs)[number]

/** What a newer version of the system brings, until somebody has decided about it. */
export function UpdatesPage() {
  const phone = usePhone()
  const [search, setSearch] = useSearchParams()
  const tab: Tab = search.get('tab') === 'decided' ? 'decided' : 'waiting'
  const id = search.get('id')
  const query = useQuery({
    queryKey: ['edition-proposals', tab],
    queryFn: () => listEditionProposals(tab === 'decided'),
  })
  const to = (id?: string) => `/scripts/updates?tab=${tab}${id ? `&id=${id}` : ''}`
  const view = id ? (
    <ProposalView key={id} id={id} />
  ) : (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text.choose} />
  )
  if (phone && id)
    return (
      <Page title={text.title} above={<Link to={to()}>← {commonText.back}</Link>}>
        {view}
      </Page>
    )
  return (
    <Page title={text.title}>
      <ScriptsNav />
      <p className="quiet gap-below">{text.what}</p>
      <Tabs
        activeKey={tab}
        onChange={(key) => setSearch({ tab: key })}
        items={tabs.map((key) => ({
          key,
          label: `${text[key]}${key === 'waiting' && key === tab && query.data ? ` ${query.data.items.length}` : ''}`,
        }))}
      />
      {tab === 'waiting' && query.data && <TakeAll proposals={query.data.items} />}
      <div className="list-and-detail">
        <Loaded
          query={query}
          rows={6}
          isEmpty={({ items }) => items.length === 0}
          empty={tab === 'waiting' ? text.none : text.noneDecided}
        >
          {({ items }) => (
            <ul className="plain-list card flush">
              {items.map((proposal) => (
                <Row key={proposal.id} proposal={proposal} chosen={proposal.id === id} to={to(proposal.id)} />
              ))}
            </ul>
          )}
        </Loaded>
        {!phone && view}
      </div>
    </Page>
  )
}

/** Everything the station has no words of its own in, with one tap. */
function TakeAll({ proposals }: { proposals: EditionProposal[] }) {
  const plain = proposals
    .filter(({ changed, draftUnderWay, change }) => !changed && !draftUnderWay && change !== 'withdrawn')
    .slice(0, 400)
  const take = useDeed(
    () => acceptEditionProposals(plain.map(({ id, presentVersion }) => ({ id, presentVersion }))),
    { said: text.took, touches: proposalTouches },
  )
  if (plain.length < 2) return null
  return (
    <Popconfirm
      title={text.takeAllSure(plain.length)}
      okText={text.take}
      cancelText={commonText.cancel}
      onConfirm={() => take.mutate()}
    >
      <Button type="primary" className="gap-below" loading={take.isPending}>
        {text.takeAll(plain.length)}
      </Button>
    </Popconfirm>
  )
}

function Row({ proposal, chosen, to }: { proposal: EditionProposal; chosen: boolean; to: string }) {
  const { kind, change, code, title, changed, decision, offeredAt } = proposal
  return (
    <li>
      <Link
        to={to}
        className={`list-row ${chosen ? 'chosen' : ''}`}
        aria-current={chosen ? 'true' : undefined}
      >
        <div className="spread">
          <b>{title}</b>
          <span className="quiet">{code}</span>
        </div>
        <DotTag>{editionKindWords[kind]}</DotTag>{' '}
        <DotTag tone={change === 'withdrawn' ? 'red' : change === 'new' ? 'green' : 'blue'}>
          {editionChangeWords[change]}
        </DotTag>{' '}
        {changed && !decision && <DotTag tone="amber">{text.ownWords}</DotTag>}
        {decision && (
          <DotTag tone={decision.decision === 'declined' ? 'amber' : 'green'}>
            {editionDecisionWords[decision.decision]}
          </DotTag>
        )}
        <div className="quiet">
          {decision && `${decision.by?.name ?? text.nobody} `}
          {momentText(decision?.at ?? offeredAt)}
        </div>
      </Link>
    </li>
  )
}
