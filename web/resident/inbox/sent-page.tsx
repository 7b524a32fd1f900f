import { useOnline } from '../../ui/use-online.ts'
import { StaffedLine } from '../home/staffed-line.tsx'
import { SureButton } from '../mine/sure-button.tsx'
import { Link } from '../shell/link.tsx'
import { Page } from '../shell/page.tsx'
import { go, pathTo } from '../shell/place.ts'
import { askText } from '../text/ask.ts'
import { shellText } from '../text/shell.ts'
import { DangerHint } from './danger-hint.tsx'
import { soundsDangerous } from './danger-words.ts'
import { EnclosureList } from './enclosure-list.tsx'
import { changeLetter, dropLetter, type Letter, useLetters } from './outbox.ts'

/** What became of a letter: its number in big digits, or that it waits for the network. */
export function SentPage(props: { letterKey: string }) {
  const letter = useLetters().find((each) => each.key === props.letterKey)
  if (!letter) {
    return (
      <Page title={askText.title}>
        <p>{askText.gone}</p>
        <Link to={pathTo('mine')} className="button wide">
          {askText.see}
        </Link>
      </Page>
    )
  }
  if (letter.state === 'sent') return <Received letter={letter} />
  return <Waiting letter={letter} />
}

function Received(props: { letter: Letter }) {
  const { receipt, body } = props.letter
  if (!receipt) return null
  const danger = receipt.emergency || soundsDangerous(body)
  return (
    <Page title={askText.sentTitle}>
      {danger ? <DangerHint words={askText.dangerAfter} /> : null}
      <div className="card number-card" role="status">
        <p>{askText.sentNumber}</p>
        <p className="number">{receipt.number}</p>
        <p className="soft">{askText.sentNote}</p>
      </div>
      <StaffedLine />
      <p>{askText.answeredHere}</p>
      <Link to={pathTo('conversations', receipt.conversationId)} className="button wide">
        {askText.see}
      </Link>
      <Link to={pathTo()} className="button outline wide">
        {shellText.home}
      </Link>
    </Page>
  )
}

function Waiting(props: { letter: Letter }) {
  const { letter } = props
  const online = useOnline()
  function mend() {
    changeLetter(letter.key, { state: 'draft', trouble: '' })
    go(letter.conversationId ? pathTo('conversations', letter.conversationId) : pathTo('ask'), {
      replace: true,
    })
  }
  const refused = letter.state === 'refused'
  const trying = !refused && online && letter.tries === 0
  return (
    <Page title={refused ? askText.refusedTitle : trying ? askText.sending : askText.waitingTitle}>
      {soundsDangerous(letter.body) ? <DangerHint words={askText.dangerAfter} /> : null}
      <div className="card waiting-card" role="status">
        {refused ? <p className="trouble">{letter.trouble}</p> : null}
        {refused ? null : <p className="title">{trying ? askText.sending : askText.waiting}</p>}
        {refused || trying ? null : <p>{askText.waitingNote}</p>}
        <p className="said">{letter.body}</p>
        <EnclosureList letter={letter} fixed />
      </div>
      <button type="button" className="button outline wide" onClick={mend}>
        {refused ? askText.mend : askText.takeBack}
      </button>
      <SureButton
        name={askText.throwAway}
        question={askText.throwAwaySure}
        act={() => {
          dropLetter(letter.key)
          go(pathTo(), { replace: true })
        }}
      />
      <Link to={pathTo()} className="button outline wide">
        {shellText.home}
      </Link>
    </Page>
  )
}
