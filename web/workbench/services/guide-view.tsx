import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { type Guide, showGuide } from '../../api/services.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { guideText } from '../../ui/text/workbench/services.ts'
import { dayText } from '../../ui/time.ts'
import { BookDialog } from '../appointments/book-dialog.tsx'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { PaperSays } from '../ui/paper-says.tsx'
import { GuideEditor } from './guide-editor.tsx'
import { GuideVersionsDrawer } from './guide-versions.tsx'
import { NewGuideDialog } from './new-guide-dialog.tsx'
import { SecondTripsCard } from './second-trips-card.tsx'
import './services.css'

export function GuideView({ slug }: { slug: string }) {
  const query = useQuery({ queryKey: ['guide', slug], queryFn: () => showGuide(slug) })
  return (
    <Loaded query={query} rows={10}>
      {(guide) => <Details guide={guide} />}
    </Loaded>
  )
}

function List({ title, lines, ordered }: { title: string; lines: string[]; ordered?: boolean }) {
  if (lines.length === 0) return null
  const items = lines.map((line) => <li key={line}>{line}</li>)
  return (
    <>
      <h3>{title}</h3>
      {ordered ? <ol>{items}</ol> : <ul>{items}</ul>}
    </>
  )
}

function Details({ guide }: { guide: Guide }) {
  const may = useMay()
  const [dialog, setDialog] = useState<'book' | 'edit' | 'copy' | 'versions'>()
  const { feeYuan, feeNote } = guide
  // Where the note says it all, the price before it would say it twice.
  const noteOnly = feeYuan === null || (feeYuan === 0 && feeNote.startsWith(guideText.free))
  return (
    <Card
      title={guide.name}
      className="guide-text"
      extra={
        <span className="button-row">
          {guide.hiddenAt && <DotTag tone="red">{guideText.hidden}</DotTag>}
          {guide.bookable && may('appointments.write') && (
            <Button size="small" onClick={() => setDialog('book')}>
              {guideText.book}
            </Button>
          )}
          <Button size="small" onClick={() => setDialog('versions')}>
            {guideText.history}
          </Button>
          {may('services.write') && (
            <>
              <Button size="small" onClick={() => setDialog('copy')}>
                {guideText.copyGuide}
              </Button>
              <Button size="small" onClick={() => setDialog('edit')}>
                {commonText.change}
              </Button>
            </>
          )}
        </span>
      }
    >
      {guide.notice && <Alert className="gap-below" type="warning" showIcon title={guide.notice} />}
      <p className="gap-below">{guide.summary}</p>
      <dl className="facts gap-below">
        <dt>{guideText.time}</dt>
        <dd>
          {guide.timeLimit} {guide.sameDay && <DotTag tone="green">{guideText.sameDay}</DotTag>}
        </dd>
        <dt>{guideText.fee}</dt>
        <dd>
          {noteOnly ? null : feeYuan === 0 ? guideText.free : guideText.yuan(feeYuan)}{' '}
          {noteOnly ? feeNote : <span className="quiet">{feeNote}</span>}
        </dd>
        <dt>{guideText.owner}</dt>
        <dd>
          {guide.owner?.name ?? <span className="quiet">{guideText.noOwner}</span>}{' '}
          <span className="quiet">
            {guideText.expiresOn} {dayText(guide.expiresOn)}
          </span>
        </dd>
        <dt>{guideText.where}</dt>
        <dd>{guide.where}</dd>
        {guide.online && (
          <>
            <dt>{guideText.online}</dt>
            <dd>{guide.online}</dd>
          </>
        )}
      </dl>
      <List title={guideText.plainTitle} lines={guide.plain} />
      <List title={guideText.conditions} lines={guide.conditions} />
      <List title={guideText.conditionsWhen} lines={guide.conditionsWhen.map(({ text }) => text)} />
      {guide.questions.length > 0 && (
        <>
          <h3>{guideText.questions}</h3>
          <ol>
            {guide.questions.map((question) => (
              <li key={question.key}>
                {question.text}{' '}
                <span className="quiet">{question.answers.map(({ text }) => text).join(' / ')}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      <h3>{guideText.materials}</h3>
      {guide.materials.length === 0 && <p className="quiet">{guideText.noPapers}</p>}
      <ul>
        {guide.materials.map((paper) => (
          <li key={paper.key}>
            <b>{paper.name}</b>{' '}
            {paper.neededWhen && <span className="quiet">{guideText.neededWhen(paper.neededWhen)} </span>}
            <PaperSays paper={{ ...paper, advice: paper.note }} />
          </li>
        ))}
      </ul>
      <List title={guideText.proxies} lines={guide.proxies} />
      <List title={guideText.steps} lines={guide.steps} ordered />
      <List title={guideText.notAsked} lines={guide.notAskedFor} />
      <List title={guideText.mistakes} lines={guide.mistakes} />
      <List title={guideText.basis} lines={guide.legalBasis} />
      {guide.basisOn && (
        <p className="quiet">
          {guideText.basisOn} {dayText(guide.basisOn)}
        </p>
      )}
      {guide.askedAs.length > 0 && (
        <p className="quiet">
          {guideText.askedAs}：{guide.askedAs.join('、')}
        </p>
      )}
      {dialog === 'book' && (
        <BookDialog from={{ guideSlug: guide.slug }} onClose={() => setDialog(undefined)} />
      )}
      {may('cases.read') && <SecondTripsCard guideId={guide.id} />}
      {dialog === 'copy' && <NewGuideDialog copyOf={guide} onClose={() => setDialog(undefined)} />}
      {dialog === 'versions' && <GuideVersionsDrawer guide={guide} onClose={() => setDialog(undefined)} />}
      {dialog === 'edit' && <GuideEditor guide={guide} onClose={() => setDialog(undefined)} />}
    </Card>
  )
}
