import { useState } from 'react'
import { narrowGuide, ownList } from '../../../contract/narrow-guide.ts'
import { type Guide, showGuide } from '../../api/services.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { useAtHand } from '../person/at-hand.ts'
import { hasMatter } from '../person/matter.ts'
import { useSay } from '../scripts/use-say.ts'
import { Show } from '../shell/load-state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useLoaded } from '../shell/use-loaded.ts'
import { GuideSelect } from './guide-select.tsx'
import { OtherGuide } from './other-guide.tsx'
import { papersText } from './papers-text.ts'
import { SituationFields } from './situation-fields.tsx'

/** What to bring, into the chat with one tap: the family's own list as far as it has been asked, else the whole one. */
export function PapersForm() {
  const [slug, setSlug] = useState('')
  return (
    <div className="form">
      <GuideSelect value={slug} onChange={(guide) => setSlug(guide?.slug ?? '')} />
      {slug ? <Papers key={slug} slug={slug} change={setSlug} /> : null}
    </div>
  )
}

function Papers({ slug, change }: { slug: string; change: (slug: string) => void }) {
  const guide = useLoaded(`guide ${slug}`, () => showGuide(slug))
  const { situations } = useAtHand()
  return (
    <Show of={guide}>
      {(found) => {
        const answers = situations.answersTo(found)
        const way = narrowGuide(found, answers)
        return (
          <>
            <SituationFields guide={found} />
            {way.kind === 'guide' ? (
              <OtherGuide slug={way.slug} take={change} />
            ) : (
              // Other answers make another message: what was said of the last one does not stand at this one.
              <Message key={JSON.stringify(answers)} guide={found} />
            )}
          </>
        )
      }}
    </Show>
  )
}

function Message({ guide }: { guide: Guide }) {
  const atHand = useAtHand()
  const { say, label, trouble, still, sent } = useSay()
  const text = papersText(guide, ownList(guide, atHand.situations.answersTo(guide)))
  // Into a group anybody may say what to bring; to one person it belongs to her matter.
  const ready = !atHand.person || hasMatter(atHand)
  return (
    <article className="card">
      <h3>{sidebarText.papersText}</h3>
      <p className="said">{text}</p>
      {!ready ? <p className="notice">{sidebarText.wordsFirst}</p> : null}
      <Trouble of={trouble} />
      <button
        type="button"
        className={sent ? 'button wide outline' : 'button wide'}
        disabled={still || !ready}
        onClick={() => void say(text)}
      >
        {label}
      </button>
    </article>
  )
}
