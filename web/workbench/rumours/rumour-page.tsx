import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { type RumourDetail, showRumour } from '../../api/rumours.ts'
import { topicWords } from '../../ui/text/vocabulary.ts'
import { rumourText, stageHints, stageWords } from '../../ui/text/workbench/rumours.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { ConversationsCard } from './conversations-card.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { FreshEvidence } from './fresh-evidence.tsx'
import { GroupsCard } from './groups-card.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { RepliesCard } from './replies-card.tsx'
import { VillageNames } from './rumours-page.tsx'
import { stageTone } from './stage-tone.ts'
import './rumours.css'

/** One rumour: how far it is, what is known, what may be said, and who still waits. */
export function RumourPage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['rumour', id], queryFn: () => showRumour(id) })
  const above = <Link to="/rumours">← {rumourText.title}</Link>
  if (!query.data)
    return (
      <Page title={rumourText.title} above={above}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  const data = query.data
  const { rumour } = data
  return (
    <Page title={rumour.words} above={above}>
      {rumour.due && rumour.nextUpdateAt && (
        <Alert
          className="gap-below"
          type="error"
          showIcon
          title={rumourText.dueHint(momentText(rumour.nextUpdateAt))}
        />
      )}
      {rumour.firstApprovedAt !== null && rumour.currentVersion === null && (
        <Alert className="gap-below" type="warning" showIcon title={rumourText.correcting} />
      )}
      <FreshEvidence data={data} />
      <div className="list-and-detail rumour-columns">
        <div>
          <StageCard data={data} />
          <EvidenceCard data={data} />
          <ConversationsCard data={data} />
        </div>
        <div>
          <RepliesCard data={data} />
          <GroupsCard data={data} />
        </div>
      </div>
    </Page>
  )
}

function StageCard({ data: { rumour, moves } }: { data: RumourDetail }) {
  const may = useMay()
  const [moving, setMoving] = useState(false)
  const office = moves.findLast(({ stage }) => stage === 'other_office')
  return (
    <Card
      title={rumourText.stage}
      extra={<DotTag tone={stageTone[rumour.stage]}>{stageWords[rumour.stage]}</DotTag>}
    >
      <p className="quiet gap-below">{stageHints[rumour.stage]}</p>
      <dl className="facts">
        <dt>{rumourText.topic}</dt>
        <dd>{topicWords[rumour.topic]}</dd>
        <dt>{rumourText.villages}</dt>
        <dd>
          <VillageNames ids={rumour.villageIds} />
        </dd>
        <dt>{rumourText.firstHeard}</dt>
        <dd>{momentText(rumour.firstHeardAt)}</dd>
        {rumour.stage === 'other_office' && office && (
          <>
            <dt>{rumourText.office}</dt>
            <dd>
              {office.office} · {rumourText.answersOn} {office.answersOn}
            </dd>
          </>
        )}
      </dl>
      {may('rumours.decide') && (
        <Button className="gap-above" onClick={() => setMoving(true)}>
          {rumourText.move}
        </Button>
      )}
      <ul className="plain-list gap-above">
        {moves.map((move) => (
          <li key={move.at} className="spread line">
            <span>
              {stageWords[move.stage]}
              {move.note && ` · ${move.note}`}
            </span>
            <span className="quiet">
              {move.by.name} {momentText(move.at)}
            </span>
          </li>
        ))}
      </ul>
      {moving && <MoveDialog rumour={rumour} onClose={() => setMoving(false)} />}
    </Card>
  )
}
