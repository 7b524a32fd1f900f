import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { listLanguageCalls } from '../../api/language.ts'
import { draftingText as text } from '../../ui/text/workbench/drafting.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'

/** What left lately. Asked for by a tap only, because every look is recorded. */
export function LanguageCallsCard() {
  const [open, setOpen] = useState(false)
  const query = useQuery({
    queryKey: ['language-calls'],
    queryFn: listLanguageCalls,
    enabled: open,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Card title={text.calls}>
      <p className="quiet">{text.callsHint}</p>
      {!open && (
        <Button className="gap-above" onClick={() => setOpen(true)}>
          {text.showCalls}
        </Button>
      )}
      {open && (
        <Loaded query={query} isEmpty={({ items }) => items.length === 0} empty={text.noCalls}>
          {({ items }) => (
            <ul className="plain-list">
              {items.map((call) => (
                <li key={call.id} className="line">
                  <div className="spread">
                    <span>
                      <b>{call.number}</b> {text[call.kind]}
                    </span>
                    <span className="quiet">
                      {call.officer?.name ?? text.byItself} {momentText(call.askedAt)}
                    </span>
                  </div>
                  <div className="quiet">
                    {call.failure ??
                      (call.kind === 'transcript'
                        ? text.transcriptDone
                        : text.tokens(call.tokensSent ?? 0, call.tokensAnswered ?? 0))}
                  </div>
                  <details>
                    <summary>{text.left}</summary>
                    <p className="pre-line quiet">{call.sent}</p>
                  </details>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </Card>
  )
}
