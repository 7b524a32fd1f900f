import { useEffect, useState } from 'react'
import { type ResidentConversation, showOwnConversation } from '../../api/resident-inbox.ts'
import { momentText } from '../../ui/time.ts'
import { useThread } from '../../ui/use-thread.ts'
import { StaffedLine } from '../home/staffed-line.tsx'
import { Link } from '../shell/link.tsx'
import { useLive } from '../shell/live.ts'
import { Show } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { go, pathTo } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { askText } from '../text/ask.ts'
import { matterText } from '../text/matter.ts'
import { Bubble } from './bubble.tsx'
import { Composer } from './composer.tsx'
import { ConversationRating } from './conversation-rating.tsx'
import { DangerHint } from './danger-hint.tsx'
import { sendLetter } from './deliver.ts'
import { OlderMessages } from './older-messages.tsx'
import { type Letter, useLetters } from './outbox.ts'
import { PendingBubble } from './pending-bubble.tsx'
import { ReferralCard } from './referral-card.tsx'
import '../matter.css'

/** One matter as a talk: what was said, what is on its way, the outcome, and room to write on. */
export function ConversationPage(props: { id: string }) {
  const loaded = useLoaded(`conversation.${props.id}`, () => showOwnConversation(props.id))
  const { reload } = loaded
  useLive((change) => {
    if (!change || change.conversationId === props.id) void reload()
  })
  return (
    <Page title={matterText.title(loaded.data?.number ?? '')}>
      <Show of={loaded}>{(matter) => <Talk key={matter.id} matter={matter} reload={reload} />}</Show>
    </Page>
  )
}

function Talk(props: { matter: ResidentConversation; reload: () => Promise<void> }) {
  const { matter, reload } = props
  const letters = useLetters().filter((letter) => letter.conversationId === matter.id)
  const pending = letters.filter((letter) => isPending(letter, matter))
  useFollow(letters, matter.id, reload)
  const thread = useThread(matter)
  useScrollToNewest(matter.messages.length + pending.length, matter.messages.at(-1)?.id)
  const [thanks, setThanks] = useState('')
  const { closure } = matter
  return (
    <>
      {matter.emergency && !matter.closedAt ? <DangerHint words={askText.dangerAfter} /> : null}
      <OlderMessages id={matter.id} thread={thread} />
      <ol className="bubbles">
        {thread.messages.map((message) => (
          <Bubble key={message.id} message={message} />
        ))}
        {pending.map((letter) => (
          <PendingBubble key={letter.key} letter={letter} />
        ))}
      </ol>
      {matter.waiting || pending.length > 0 ? (
        <>
          {matter.waiting ? <p className="soft">{matterText.waitingAnswer}</p> : null}
          <StaffedLine />
        </>
      ) : null}
      {matter.referrals.map((referral) => (
        <ReferralCard key={referral.id} referral={referral} reload={reload} />
      ))}
      {closure ? (
        <section className="card outcome">
          <h2>{matterText.closed}</h2>
          <p className="soft">{matterText.closedAt(momentText(closure.closedAt))}</p>
          {closure.outcome ? <p className="said">{closure.outcome}</p> : null}
          <ConversationRating
            id={matter.id}
            verdict={closure.verdict}
            done={(said) => {
              setThanks(said)
              void reload()
            }}
          />
        </section>
      ) : null}
      {thanks ? (
        <p className="notice" role="status">
          {thanks}
        </p>
      ) : null}
      {closure ? <p className="soft">{matterText.writeClosed}</p> : null}
      <Composer
        conversationId={matter.id}
        label={matterText.writeOn}
        sendLabel={askText.sendReply}
        sent={(key) => {
          setThanks('')
          sendLetter(key)
        }}
      />
      {closure ? null : (
        <Link to={`${pathTo('booking')}?talk=${matter.id}`} className="button outline wide">
          {matterText.book}
        </Link>
      )}
    </>
  )
}

/** On its way, or arrived but not yet in what was read last. */
function isPending(letter: Letter, matter: ResidentConversation): boolean {
  if (letter.state === 'waiting') return true
  return (
    letter.state === 'sent' &&
    !matter.messages.some(({ id }) => id === letter.receipt?.messageId) &&
    isRecent(letter)
  )
}
const isRecent = (letter: Letter) => Date.now() - letter.at < 60_000

/** After sending: read again, or go where the server put it (a settled matter is followed by a new one). */
function useFollow(letters: Letter[], id: string, reload: () => Promise<void>): void {
  const newest = letters.filter((letter) => letter.state === 'sent').pop()
  const receipt = newest && isRecent(newest) ? newest.receipt : null
  const target = receipt?.conversationId
  const messageId = receipt?.messageId
  useEffect(() => {
    if (!messageId || !target) return
    if (target !== id) go(pathTo('conversations', target), { replace: true })
    else void reload()
  }, [messageId, target, id, reload])
}

/** What she has read back above does not count: only a new message moves the page. */
function useScrollToNewest(count: number, newest: string | undefined): void {
  useEffect(() => {
    if (count > 2) document.querySelector('.bubbles > li:last-child')?.scrollIntoView({ block: 'center' })
  }, [count, newest])
}
