import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { type ExternalContact, type Follow, showExternalContact } from '../../api/external-contacts.ts'
import { linkContact } from '../../api/residents.ts'
import { placeText } from '../../ui/place-text.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { addWayText, workText } from '../../ui/text/workbench/work-contacts.ts'
import { momentText } from '../../ui/time.ts'
import { ReadsCard } from '../inbox/reads-card.tsx'
import { useMay } from '../officers/use-me.ts'
import { ContactMatters } from '../residents/contact-matters.tsx'
import { MatchResidentDialog } from '../residents/match-resident-dialog.tsx'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { accountName, FollowTag } from './follow-tag.tsx'
import { onDay } from './on-day.ts'
import { SuggestionsCard } from './suggestions-card.tsx'

/** One WeChat contact: which work account has her, whose contact she is, and what she asked. */
export function ExternalContactPage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['external-contact', id], queryFn: () => showExternalContact(id) })
  const above = <Link to="/wechat/contacts">← {workText.contacts}</Link>
  if (!query.data)
    return (
      <Page title={workText.contacts} above={above}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  const contact = query.data
  const gone = contact.follows.length > 0 && contact.follows.every(({ leftAt, endedAt }) => leftAt || endedAt)
  return (
    <Page title={contact.name || commonText.unknown} above={above}>
      {gone && <Alert className="gap-below" type="warning" showIcon title={workText.leftHint} />}
      <div className="list-and-detail">
        <div>
          {contact.follows.map((follow) => (
            <FollowCard key={follow.account} follow={follow} />
          ))}
        </div>
        <div>
          <LinkCard contact={contact} />
          <ContactMatters contactId={contact.id} />
          <ReadsCard contactId={contact.id} />
        </div>
      </div>
    </Page>
  )
}

function LinkCard({ contact }: { contact: ExternalContact }) {
  const may = useMay()
  const [matching, setMatching] = useState(false)
  const touches = [['external-contact'], ['external-contacts'], ['residents'], ['resident']]
  const unlink = useDeed(() => linkContact(contact.id, null), { said: workText.unlinked, touches })
  if (contact.residentId)
    return (
      <Card title={workText.resident}>
        <div className="spread">
          <span>
            <Link to={`/residents/${contact.residentId}`}>{contact.residentName}</Link>{' '}
            <span className="quiet">{placeText(contact)}</span>
          </span>
          {may('residents.write') && (
            <Button size="small" loading={unlink.isPending} onClick={() => unlink.mutate()}>
              {workText.unlink}
            </Button>
          )}
        </div>
      </Card>
    )
  return (
    <>
      <SuggestionsCard contact={contact} onLookByHand={() => setMatching(true)} />
      {matching && <MatchResidentDialog contact={contact} onClose={() => setMatching(false)} />}
    </>
  )
}

function FollowCard({ follow }: { follow: Follow }) {
  const welcome = follow.welcomedAt
    ? workText.welcomed(momentText(follow.welcomedAt))
    : follow.welcomeFail === 'late'
      ? workText.welcomeLate
      : follow.welcomeFail && workText.welcomeFailed(follow.welcomeFail)
  const lines: [string, string | null][] = [
    [workText.since, onDay(follow.followedAt)],
    [workText.source, [addWayText(follow.addWay), follow.door].filter(Boolean).join(' · ')],
    [workText.remark, follow.remark],
    [workText.description, follow.description],
    [workText.mobiles, follow.mobiles.join('、')],
    [workText.tags, follow.tags.join('、')],
    [workText.welcome, welcome || null],
  ]
  return (
    <Card title={`${workText.account} ${accountName(follow)}`} extra={<FollowTag follow={follow} />}>
      <dl className="facts">
        {lines
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label} className="fact-line">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {follow.officerName && <p className="quiet gap-above">{follow.account}</p>}
    </Card>
  )
}
