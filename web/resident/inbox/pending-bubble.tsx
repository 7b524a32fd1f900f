import { Link } from '../shell/link.tsx'
import { pathTo } from '../shell/place.ts'
import { matterText } from '../text/matter.ts'
import { EnclosureList } from './enclosure-list.tsx'
import type { Letter } from './outbox.ts'

/** A message that is still on this phone. */
export function PendingBubble(props: { letter: Letter }) {
  const { letter } = props
  const waits = letter.state === 'waiting' && letter.tries > 0
  return (
    <li className="bubble mine pending">
      <span className="who">{matterText.me}</span>
      <div>
        {letter.body ? <p className="said">{letter.body}</p> : null}
        <EnclosureList letter={letter} fixed />
        <Link to={pathTo('sent', letter.key)} className="inline-link">
          {waits ? matterText.pending : matterText.sending}
        </Link>
      </div>
    </li>
  )
}
