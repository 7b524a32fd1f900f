import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link, useParams } from 'react-router'
import { type BroadcastDetail, showBroadcast } from '../../api/broadcasts.ts'
import {
  aboutWords,
  broadcastText,
  channelWords,
  kindWords,
  reasonWords,
  stateWords,
  stepWords,
  urgencyWords,
} from '../../ui/text/workbench/broadcasts.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { ApprovalCard } from './approval-card.tsx'
import { AudienceCard, many } from './audience-count.tsx'
import { VillageNames } from './broadcasts-page.tsx'
import { CapExportButton } from './cap-export-button.tsx'
import { Previews } from './previews.tsx'
import { ReceiptsCard } from './receipts-card.tsx'
import { RepliesCard } from './replies-card.tsx'
import { stateTone, urgencyTone } from './tones.ts'
import { VersionsCard } from './versions-card.tsx'
import './broadcasts.css'

/** One broadcast: what it says, to whom, who let it go out, and what became of it. */
export function BroadcastPage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['broadcast', id], queryFn: () => showBroadcast(id) })
  const above = <Link to="/broadcasts">← {broadcastText.title}</Link>
  if (!query.data)
    return (
      <Page title={broadcastText.title} above={above}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  const data = query.data
  const { broadcast } = data
  const { about } = broadcast
  const newest = data.versions[0]!
  return (
    <Page
      title={broadcast.title || broadcastText.noTitle}
      above={above}
      actions={
        <>
          <CapExportButton data={data} />
          <DotTag tone={stateTone[broadcast.state]}>{stateWords[broadcast.state]}</DotTag>
        </>
      }
    >
      <p className="quiet gap-below">
        {broadcast.number} · {kindWords[broadcast.kind]} ·{' '}
        <DotTag tone={urgencyTone[broadcast.urgency]}>{urgencyWords[broadcast.urgency]}</DotTag> ·{' '}
        <VillageNames ids={broadcast.villageIds} />
      </p>
      {about && (
        <Alert
          className="gap-below"
          type="info"
          title={
            <Link to={`/broadcasts/${about.id}`}>
              {broadcastText.aboutIt(aboutWords[about.how], about.number)}
            </Link>
          }
        />
      )}
      <div className="broadcast-columns">
        <div>
          <ApprovalCard data={data} />
          <FollowUps data={data} />
          {broadcast.startedAt && <ReceiptsCard id={broadcast.id} />}
          {broadcast.startedAt && <RepliesCard id={broadcast.id} />}
          {broadcast.startedAt ? (
            <DrawnCard data={data} />
          ) : (
            broadcast.state !== 'cancelled' && (
              <AudienceCard
                id={broadcast.id}
                asked={{
                  channels: newest.channels,
                  audience: newest.audience,
                  aboutId: about?.id ?? null,
                }}
              />
            )
          )}
          <StepsCard data={data} />
        </div>
        <div>
          <Previews
            shown={{
              ...newest,
              kind: broadcast.kind,
              urgency: broadcast.urgency,
              number: broadcast.number,
              aboutHow: about?.how ?? null,
            }}
          />
          <VersionsCard data={data} />
        </div>
      </div>
    </Page>
  )
}

function FollowUps({ data: { followUps } }: { data: BroadcastDetail }) {
  if (followUps.length === 0) return null
  return (
    <Card title={broadcastText.followUps}>
      <ul className="plain-list">
        {followUps.map((each) => (
          <li key={each.id} className="line spread">
            <Link to={`/broadcasts/${each.id}`}>
              {aboutWords[each.how]} · {each.title}
            </Link>
            <DotTag tone={stateTone[each.state]}>{stateWords[each.state]}</DotTag>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Whom it was drawn for when it started. */
function DrawnCard({ data: { drawn } }: { data: BroadcastDetail }) {
  return (
    <Card title={broadcastText.drawn}>
      <ul className="plain-list">
        {drawn.map(({ channel, targets, leftOut }) => (
          <li key={channel} className="line">
            <div className="spread">
              <span>{channelWords[channel]}</span>
              <b>
                {channel === 'page' || channel === 'loudspeaker'
                  ? broadcastText.villageCount(many(targets))
                  : channel === 'groups'
                    ? broadcastText.chatCount(many(targets))
                    : broadcastText.people(many(targets))}
              </b>
            </div>
            {leftOut.map(({ reason, count }) => (
              <div key={reason} className="quiet">
                {broadcastText.leftOut(many(count))}：{reasonWords[reason]}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function StepsCard({ data: { steps, broadcast } }: { data: BroadcastDetail }) {
  return (
    <Card title={broadcastText.steps}>
      <ol className="plain-list broadcast-steps">
        {steps.map(({ step, version, note, by, at }) => (
          <li key={`${step}${at}`}>
            <div className="spread">
              <b>{stepWords[step]}</b>
              <span className="quiet">{momentText(at)}</span>
            </div>
            <div className="quiet">
              {by?.name ?? broadcastText.bySystem} · {broadcastText.version(version)}
              {step === 'approved' && broadcast.urgency === 'emergency' && ` · ${urgencyWords.emergency}`}
            </div>
            {note && <div>{note}</div>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
