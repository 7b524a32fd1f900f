import { useState } from 'react'
import { clientKey } from '../../api/client-key.ts'
import { type GroupRumours, markGroupAnswered, markGroupAsking, takeBackGroup } from '../../api/rumours.ts'
import { copyText } from '../../ui/copy-text.ts'
import { rumourMarks, sidebarText } from '../../ui/text/sidebar.ts'
import { momentText } from '../../ui/time.ts'
import { useAtHand } from '../person/at-hand.ts'
import { useSay } from '../scripts/use-say.ts'
import { Trouble } from '../shell/trouble.tsx'
import { groupAnswers } from './group-answers.ts'

export type GroupRumour = GroupRumours['items'][number]

const tones = {
  to_correct: 'tag red',
  waiting: 'tag amber',
  behind: 'tag blue',
  answered: 'tag green',
} as const

/** One rumour beside the group: what may be said there, and where the group stands. Nobody who asked stands anywhere. */
export function RumourCard({ rumour, groupId }: { rumour: GroupRumour; groupId: string }) {
  const { reload } = useAtHand()
  const { say, label, trouble, still } = useSay()
  const [whole, setWhole] = useState(false)
  const [copied, setCopied] = useState(false)
  const { mark, busy, refusal } = useMark(reload)
  const { id, words, reply, state, last, askedAt, pendingVersion } = rumour
  const done = state === 'answered'
  const send = async (version: number, body: string) => {
    if (!(await say(body))) return
    await groupAnswers.tell({ rumourId: id, groupId, version, words, clientKey: clientKey() })
    await reload()
  }
  return (
    <article className="card">
      <div className="facts">
        <h3>{words}</h3>
        {state ? <span className={tones[state]}>{rumourMarks[state]}</span> : null}
      </div>
      <p className="soft">
        {state === null ? sidebarText.nobodyAsks : null}
        {askedAt && !done ? sidebarText.asksSince(momentText(askedAt)) : null}
        {last ? ` ${sidebarText.postedBy(last.by.name, momentText(last.at), last.version)}` : null}
      </p>
      {reply ? (
        <>
          <button
            type="button"
            className={whole ? 'script-text' : 'script-text short'}
            aria-expanded={whole}
            aria-label={whole ? undefined : `${sidebarText.wholeText}：${reply.body}`}
            onClick={() => setWhole(!whole)}
          >
            {reply.body}
          </button>
          {pendingVersion ? <p className="soft">{sidebarText.newerWaits}</p> : null}
        </>
      ) : (
        <p>{pendingVersion ? sidebarText.replyWaits : sidebarText.noReply}</p>
      )}
      <Trouble of={trouble || refusal} />
      {reply ? (
        <button
          type="button"
          className={done ? 'button wide outline' : 'button wide'}
          disabled={still || busy}
          onClick={() => void send(reply.version, reply.body)}
        >
          {done && !still ? sidebarText.again : label}
        </button>
      ) : null}
      <div className="small-deeds">
        {reply ? (
          <button type="button" onClick={() => void copyText(reply.body).then(setCopied)}>
            {copied ? sidebarText.copied : sidebarText.copy}
          </button>
        ) : null}
        {reply && copied && !done ? (
          <button
            type="button"
            disabled={busy}
            onClick={() => void mark(() => markGroupAnswered(id, groupId, reply.version))}
          >
            {sidebarText.pasted}
          </button>
        ) : null}
        {state === null || done ? (
          <button type="button" disabled={busy} onClick={() => void mark(() => markGroupAsking(id, groupId))}>
            {done ? sidebarText.asksAgain : sidebarText.asksHere}
          </button>
        ) : null}
        {state !== null ? (
          <button type="button" disabled={busy} onClick={() => void mark(() => takeBackGroup(id, groupId))}>
            {sidebarText.takeBack}
          </button>
        ) : null}
      </div>
    </article>
  )
}

/** A mark at a time; the card shows what became of it. */
function useMark(reload: () => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState('')
  const mark = async (deed: () => Promise<unknown>) => {
    if (busy) return
    setBusy(true)
    setRefusal('')
    try {
      await deed()
    } catch (error) {
      setRefusal((error as Error).message)
    }
    await reload()
    setBusy(false)
  }
  return { mark, busy, refusal }
}
