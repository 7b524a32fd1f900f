import { useState } from 'react'
import { showGuide } from '../../api/services.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { useAtHand } from '../person/at-hand.ts'
import { hasMatter } from '../person/matter.ts'
import { useSay } from '../scripts/use-say.ts'
import { Show } from '../shell/load-state.tsx'
import { useLoaded } from '../shell/use-loaded.ts'
import { GuideSelect } from './guide-select.tsx'
import { papersText } from './papers-text.ts'

/** What to bring, into the chat with one tap. */
export function PapersForm() {
  const [slug, setSlug] = useState('')
  return (
    <div className="form">
      <GuideSelect value={slug} onChange={(guide) => setSlug(guide?.slug ?? '')} />
      {slug ? <Papers key={slug} slug={slug} /> : null}
    </div>
  )
}

function Papers({ slug }: { slug: string }) {
  const guide = useLoaded(`guide ${slug}`, () => showGuide(slug))
  const atHand = useAtHand()
  const { say, label, trouble, still, sent } = useSay()
  // Into a group anybody may say what to bring; to one person it belongs to her matter.
  const ready = !atHand.person || hasMatter(atHand)
  return (
    <Show of={guide}>
      {(found) => (
        <article className="card">
          <h3>{sidebarText.papersText}</h3>
          <p className="said">{papersText(found)}</p>
          {!ready ? <p className="notice">{sidebarText.wordsFirst}</p> : null}
          {trouble ? (
            <p className="trouble" role="alert">
              {trouble}
            </p>
          ) : null}
          <button
            type="button"
            className={sent ? 'button wide outline' : 'button wide'}
            disabled={still || !ready}
            onClick={() => void say(papersText(found))}
          >
            {label}
          </button>
        </article>
      )}
    </Show>
  )
}
