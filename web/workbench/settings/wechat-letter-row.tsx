import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  giveWechatLetter,
  readWechatLetter,
  replayWechatLetter,
  settleWechatLetter,
  type WechatLetter,
} from '../../api/wechat.ts'
import { causeText } from '../../ui/text/workbench/jobs.ts'
import { letterJob, letterText } from '../../ui/text/workbench/wechat-letters.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { OfficerSelect } from '../ui/officer-select.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'

export const letterName = ({ who, job }: WechatLetter) => `${who || letterText.unknown} · ${letterJob(job)}`

const touches = [['wechat'], ['home'], ['dead-letters']]

export function LetterRow({ letter }: { letter: WechatLetter }) {
  const { id, owner, conversation } = letter
  const mayWrite = useMay()('conversations.write')
  const [settling, setSettling] = useState(false)
  const [giving, setGiving] = useState(false)
  const [bytes, setBytes] = useState<{ bytes: string; whole: boolean }>()
  const look = useDeed(() => readWechatLetter(id), { onDone: setBytes })
  const replay = useDeed(() => replayWechatLetter(id), { said: letterText.replayed, touches })
  const give = useDeed((officerId: string) => giveWechatLetter(id, officerId), {
    said: letterText.given,
    touches,
    onDone: () => setGiving(false),
  })
  const settle = useDeed((reason: string) => settleWechatLetter(id, reason), {
    said: letterText.settled,
    touches,
    onDone: () => setSettling(false),
  })
  return (
    <li className="line">
      <p>
        <b>{letterName(letter)}</b>{' '}
        {conversation && (
          <Link to={`/inbox/all/${conversation.id}`}>
            {letterText.open} {conversation.number}
          </Link>
        )}
      </p>
      <p className="quiet">
        {momentText(letter.failedAt)} · {causeText(letter.errorCode)} · {letterText.owner}：
        {owner
          ? `${owner.name}（${owner.by ? letterText.by(owner.by) : letterText.byRoster}）`
          : letterText.noOwner}
      </p>
      {bytes && (
        <Input.TextArea
          className="letter-bytes"
          readOnly
          aria-label={letterText.look}
          autoSize={{ maxRows: 12 }}
          value={bytes.whole ? bytes.bytes : `${bytes.bytes}\n…${letterText.cut}`}
        />
      )}
      <div className="letter-deeds">
        <Button
          size="small"
          loading={look.isPending}
          onClick={() => (bytes ? setBytes(undefined) : look.mutate())}
        >
          {bytes ? letterText.hide : letterText.look}
        </Button>
        {mayWrite && (
          <>
            <Button size="small" loading={replay.isPending} onClick={() => replay.mutate()}>
              {letterText.replay}
            </Button>
            <Button size="small" onClick={() => setGiving(!giving)}>
              {letterText.give}
            </Button>
            <Button size="small" type="primary" onClick={() => setSettling(true)}>
              {letterText.settle}
            </Button>
            {giving && (
              <OfficerSelect
                className="letter-owner"
                value={owner?.id ?? null}
                onChange={(officerId) => officerId && give.mutate(officerId)}
              />
            )}
          </>
        )}
      </div>
      {settling && (
        <ReasonDialog
          title={letterText.settleTitle}
          label={letterName(letter)}
          busy={settle.isPending}
          onReason={(reason) => settle.mutate(reason)}
          onClose={() => setSettling(false)}
        />
      )}
    </li>
  )
}
