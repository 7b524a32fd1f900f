import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { ConversationItem } from '../../api/inbox.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { momentText } from '../../ui/time.ts'
import { ChannelIcon } from '../ui/channel-icon.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { scenarioTone } from './scenario-tone.ts'

export function ConversationRow({
  item,
  chosen,
  to,
}: {
  item: ConversationItem
  chosen: boolean
  to: string
}) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (chosen) link.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <li>
      <Link
        ref={link}
        to={to}
        className={`conversation-row ${chosen ? 'chosen' : ''} ${item.emergency ? 'emergency' : ''}`}
        aria-current={chosen ? 'true' : undefined}
      >
        <span className="row-top">
          <ChannelIcon channel={item.channel} />
          <b className="row-name">{item.contact.name || inboxText.unnamed}</b>
          <span className="quiet row-village">{item.villageName ?? commonText.unknownVillage}</span>
          {item.waitingSince ? (
            <Waiting since={item.waitingSince} emergency={item.emergency} />
          ) : (
            <time className="quiet" dateTime={item.lastMessageAt}>
              {momentText(item.closedAt ?? item.lastMessageAt)}
            </time>
          )}
        </span>
        <span className="row-preview">{item.preview}</span>
        <span className="row-tags">
          {item.emergency && <DotTag tone="red">{inboxText.emergency}</DotTag>}
          <DotTag tone={scenarioTone[item.scenario]}>{scenarioWords[item.scenario]}</DotTag>
          <span className="quiet">{item.assignee?.name ?? commonText.nobody}</span>
          <span className="quiet row-number">{item.number}</span>
        </span>
      </Link>
    </li>
  )
}
