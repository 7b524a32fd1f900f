import { Link } from 'react-router'
import type { RumourDetail } from '../../api/rumours.ts'
import { answerWords, rumourText } from '../../ui/text/workbench/rumours.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { answerTone } from './stage-tone.ts'

/** Matters in which it is asked, by their numbers: whose they are is seen in the matter. */
export function ConversationsCard({ data: { conversations } }: { data: RumourDetail }) {
  return (
    <Card title={rumourText.conversations}>
      {conversations.length === 0 && <p className="quiet">{rumourText.noConversations}</p>}
      <ul className="plain-list">
        {conversations.map((each) => (
          <li key={each.conversationId} className="spread line">
            <span>
              <Link to={`/inbox/all/${each.conversationId}`}>{each.number}</Link>{' '}
              <span className="quiet">
                {each.villageName} {momentText(each.tiedAt)}
              </span>
            </span>
            <DotTag tone={answerTone[each.state]}>{answerWords[each.state]}</DotTag>
          </li>
        ))}
      </ul>
    </Card>
  )
}
