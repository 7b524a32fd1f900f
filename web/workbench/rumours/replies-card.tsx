import { App, Button } from 'antd'
import { useState } from 'react'
import { approveReply, type Rumour, type RumourDetail, type RumourReply } from '../../api/rumours.ts'
import { copyText } from '../../ui/copy-text.ts'
import { rumourText, stageWords } from '../../ui/text/workbench/rumours.ts'
import { momentText } from '../../ui/time.ts'
import { useMay, useMe } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { Doubts } from './doubts.tsx'
import { ReplyEditor } from './reply-editor.tsx'
import { stageTone } from './stage-tone.ts'

/** What is answered: the one that may go out, the draft that waits, and what was before. */
export function RepliesCard({ data }: { data: RumourDetail }) {
  const { rumour, replies } = data
  const may = useMay()
  const [writing, setWriting] = useState(false)
  return (
    <Card
      title={rumourText.replies}
      extra={
        may('rumours.draft') &&
        rumour.stage !== 'ended' && (
          <Button type="primary" size="small" onClick={() => setWriting(true)}>
            {rumour.stage === 'corrected' ? rumourText.draftCorrection : rumourText.draft}
          </Button>
        )
      }
    >
      {replies.length === 0 && <p className="quiet">{rumourText.noReply}</p>}
      {replies.map((reply) => (
        <Reply key={reply.version} rumour={rumour} reply={reply} />
      ))}
      {writing && <ReplyEditor data={data} onClose={() => setWriting(false)} />}
    </Card>
  )
}

function Reply({ rumour, reply }: { rumour: Rumour; reply: RumourReply }) {
  const isCurrent = reply.version === rumour.currentVersion
  const isPending = reply.version === rumour.pendingVersion
  return (
    <div className="line">
      <div className="spread">
        <span>
          <b>{rumourText.version(reply.version)}</b>{' '}
          <DotTag tone={stageTone[reply.stage]}>{stageWords[reply.stage]}</DotTag>{' '}
          {isCurrent && <DotTag tone="green">{rumourText.goesOut}</DotTag>}
          {isPending && <DotTag tone="violet">{rumourText.waitsForApproval}</DotTag>}
          {!isPending && !reply.approvedAt && <DotTag>{rumourText.oldDraft}</DotTag>}
        </span>
      </div>
      <div className="quiet">
        {rumourText.draftedBy(reply.draftedBy.name)} {momentText(reply.draftedAt)}
        {reply.approvedBy &&
          reply.approvedAt &&
          ` · ${rumourText.approvedBy(reply.approvedBy.name)} ${momentText(reply.approvedAt)}`}
      </div>
      {(isCurrent || isPending) && <div className="reply-text">{reply.body}</div>}
      {isPending && <Approve rumourId={rumour.id} reply={reply} />}
      {isCurrent && <CopyButtons rumourId={rumour.id} body={reply.body} />}
    </div>
  )
}

function Approve({ rumourId, reply }: { rumourId: string; reply: RumourReply }) {
  const may = useMay()
  const me = useMe()
  const approve = useDeed(
    () => approveReply(rumourId, { version: reply.version, doubtsSeen: reply.doubts.length > 0 }),
    { said: rumourText.approved, touches: [['rumours'], ['rumour', rumourId]] },
  )
  const own = reply.draftedBy.id === me.officer.id
  return (
    <>
      <Doubts doubts={reply.doubts} />
      {own && <p className="quiet">{rumourText.approveHint}</p>}
      {may('scripts.approve') && (
        <Button
          type="primary"
          danger={reply.doubts.length > 0}
          disabled={own}
          loading={approve.isPending}
          onClick={() => approve.mutate()}
        >
          {reply.doubts.length > 0 ? rumourText.approveAnyway : rumourText.approve}
        </Button>
      )}
    </>
  )
}

/** Copying writes nothing down: she ticks the group when she has posted it. */
function CopyButtons({ rumourId, body }: { rumourId: string; body: string }) {
  const { message } = App.useApp()
  const me = useMe()
  const path = `/r/${me.station.code}/rumours/${rumourId}`
  const url = new URL(path, location.origin).href
  const copy = async (text: string) => {
    if (await copyText(text)) message.success(rumourText.copied)
    else message.error(rumourText.notCopied)
  }
  return (
    <div className="button-row">
      <Button type="primary" onClick={() => void copy(`${body}\n${rumourText.moreAt(url)}`)}>
        {rumourText.copyBoth}
      </Button>
      <Button onClick={() => void copy(body)}>{rumourText.copyText}</Button>
      <Button onClick={() => void copy(url)}>{rumourText.copyLink}</Button>
      <a href={path} target="_blank" rel="noreferrer">
        {rumourText.publicPage}
      </a>
    </div>
  )
}
