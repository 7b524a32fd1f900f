import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { useEffect } from 'react'
import { type Conversation, explainConversation } from '../../api/inbox.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText, officeWords } from '../../ui/text/workbench/inbox.ts'
import { whyText } from '../../ui/text/workbench/why.ts'
import { momentText } from '../../ui/time.ts'
import { useVillages } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { TriageChips } from './triage-chips.tsx'
import { correctedText, WhyReading } from './why-reading.tsx'
import { WhyScripts } from './why-scripts.tsx'

export type WhyPart = 'reading' | 'scripts'

/** Why it was read so and why these scripts are offered, in plain words, with the means to put it right. */
export function WhyPanel({
  data,
  part,
  onClose,
}: {
  data: Conversation
  part: WhyPart
  onClose: () => void
}) {
  const { id } = data.conversation
  const query = useQuery({
    // Among the suggestions: a message, a correction or a new script changes both.
    queryKey: ['suggestions', id, 'explanation'],
    queryFn: () => explainConversation(id),
  })
  return (
    <Drawer open onClose={onClose} title={whyText.title} size={480}>
      <p className="quiet">{whyText.suggestion}</p>
      <Loaded query={query} rows={8}>
        {(told) => (
          <>
            {/* Whoever asked from the scripts finds them on top. */}
            {part === 'scripts' && <WhyScripts scripts={told.scripts} heard={told.heard} />}
            <WhyReading told={told} />
            <section className="why-part">
              <h3>{whyText.correct}</h3>
              <div className="button-row">
                <TriageChips data={data} />
              </div>
            </section>
            <Corrections data={data} />
            {part === 'reading' && <WhyScripts scripts={told.scripts} heard={told.heard} />}
            <section className="why-part">
              <h3>{whyText.versionTitle}</h3>
              <p className="quiet">
                {told.opening && whyText.version(told.opening.version)} ·{' '}
                {told.opening?.version === told.version
                  ? whyText.sameVersion
                  : whyText.versionNow(told.version)}{' '}
                · {whyText.learntFrom(told.learntFrom)}
              </p>
              <p className="quiet">{whyText.keys}</p>
            </section>
          </>
        )}
      </Loaded>
    </Drawer>
  )
}

function Corrections({ data: { corrections } }: { data: Conversation }) {
  const villages = useVillages()
  const villageName = (id: string) =>
    villages.find((village) => village.id === id)?.name ?? commonText.unknownVillage
  const words = {
    yes: inboxText.emergency,
    no: inboxText.notEmergency,
    office: (code: string) => officeWords[code as keyof typeof officeWords] ?? code,
  }
  return (
    <section className="why-part">
      <h3>{whyText.changed}</h3>
      {corrections.length === 0 && <p className="quiet">{whyText.neverChanged}</p>}
      <ul className="plain-list">
        {corrections.map((each) => (
          <li key={`${each.correctedAt} ${each.field}`} className="spread line">
            <span>
              {whyText.fromTo(
                correctedText(each, each.from, villageName, words),
                correctedText(each, each.to, villageName, words),
              )}
            </span>
            <span className="quiet">
              {each.officer} {momentText(each.correctedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** `?` opens and closes it, where nobody is typing. */
export function useWhyKey(toggle: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      const typing =
        target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')
      if (
        (event.key !== '?' && event.key !== '？') ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        typing
      )
        return
      event.preventDefault()
      toggle()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [toggle])
}
