import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { type ChatGroup, showGroup } from '../../api/groups.ts'
import { groupChangeWords, workText } from '../../ui/text/workbench/work-contacts.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { onDay } from './on-day.ts'
import { PlaceCard } from './place-card.tsx'

/** One village group: whose it is, which colleagues and contacts are in it, and what moved. */
export function GroupPage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['chat-group', id], queryFn: () => showGroup(id) })
  const above = <Link to="/wechat/groups">← {workText.groups}</Link>
  if (!query.data)
    return (
      <Page title={workText.groups} above={above}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  const group = query.data
  return (
    <Page title={group.name} above={above}>
      <div className="list-and-detail">
        <div>
          <Facts group={group} />
          <PlaceCard group={group} />
          <Card title={workText.staff}>
            <ul className="plain-list">
              {group.present.map(({ account, officerName, joinedAt }) => (
                <li key={account} className="spread line">
                  <span>{officerName ?? account}</span>
                  <span className="quiet">{onDay(joinedAt)}</span>
                </li>
              ))}
            </ul>
          </Card>
        </div>
        <div>
          <History group={group} />
          <Card title={`${workText.knownHere} · ${workText.knownCount(group.known.length)}`}>
            <p className="quiet">{group.known.length > 0 ? workText.knownHint : workText.nobodyKnown}</p>
            <div className="button-row">
              {group.known.map(({ contactId, name }) => (
                <Link key={contactId} to={`/wechat/contacts/${contactId}`}>
                  {name}
                </Link>
              ))}
            </div>
          </Card>
        </div>
      </div>
    </Page>
  )
}

function Facts({ group }: { group: ChatGroup }) {
  return (
    <Card>
      <dl className="facts">
        <dt>{workText.owner}</dt>
        <dd>
          {group.ownerName ?? group.ownerAccount}
          {group.status === 1 && <span className="field-error"> {workText.ownerLeft}</span>}
          {group.status === 2 && <span className="quiet"> {workText.handingOver}</span>}
        </dd>
        <dt>{workText.members}</dt>
        <dd>{workText.memberCount(group.members)}</dd>
        <dt>{workText.lastChange}</dt>
        <dd>{group.changedAt ? momentText(group.changedAt) : workText.never}</dd>
        <dt>{workText.checked}</dt>
        <dd>{group.checkedAt ? momentText(group.checkedAt) : workText.never}</dd>
      </dl>
    </Card>
  )
}

function History({ group }: { group: ChatGroup }) {
  return (
    <Card title={workText.history}>
      {group.changes.length === 0 && <p className="quiet">{workText.nothingMoved}</p>}
      <ul className="plain-list">
        {group.changes.map((change) => (
          <li key={`${change.at} ${change.kind}`} className="spread line">
            <span>
              {change.joined > 0
                ? workText.joined(change.joined)
                : change.gone > 0
                  ? workText.goneCount(change.gone)
                  : groupChangeWords[change.kind]}
              {change.staff.length > 0 && ` ${workText.amongThem(change.staff.join('、'))}`}
            </span>
            <span className="quiet">
              {change.foundBy === 'comparison' && `${workText.byComparison} · `}
              {momentText(change.at)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
