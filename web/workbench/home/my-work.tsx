import { Link } from 'react-router'
import type { StationHome } from '../../api/statistics.ts'
import { homeText } from '../../ui/text/workbench/home.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Waiting } from '../ui/waiting.tsx'

const placeOf = {
  conversation: '/inbox/mine',
  case: '/cases',
  mention: '/inbox/all',
  phone_task: '/inbox/all',
  outcome_call: '/cases',
} as const

/** What is given to the signed-in person, the most pressing first. */
export function MyWork({ mine, unassigned }: { mine: StationHome['mine']; unassigned: number }) {
  // Those that wait for an answer come first; the others were answered and only have a time.
  const conversations = mine.items.filter(({ kind }) => kind === 'conversation')
  const waiting = new Set(conversations.slice(0, mine.waiting).map(({ id }) => id))
  return (
    <Card
      title={homeText.mine}
      extra={
        <span className="head-links">
          <Link to="/inbox/mine">{homeText.myConversations(mine.conversations)}</Link>
          <Link to="/cases?assignee=me">{homeText.myCases(mine.cases)}</Link>
        </span>
      }
    >
      {unassigned > 0 && (
        <p>
          <Link to="/inbox/unassigned">{homeText.unassigned(unassigned)}</Link>
        </p>
      )}
      {mine.items.length === 0 ? (
        <p className="quiet">{homeText.nothingMine}</p>
      ) : (
        <ul className="plain-list">
          {mine.items.map((item) => (
            <li key={`${item.kind} ${item.id} ${item.at}`}>
              <Link className="work-row" to={`${placeOf[item.kind]}/${item.id}`}>
                <span className="quiet">{homeText[item.kind]}</span>
                <span className="work-title">
                  {item.emergency && <DotTag tone="red">{inboxText.emergency}</DotTag>}{' '}
                  {item.title || item.number}
                </span>
                {waiting.has(item.id) ? (
                  <Waiting since={item.at} emergency={item.emergency} />
                ) : (
                  <time className="quiet" dateTime={item.at}>
                    {momentText(item.at)}
                  </time>
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
