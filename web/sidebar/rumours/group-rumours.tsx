import { useEffect, useRef } from 'react'
import type { GroupRumours as Page } from '../../api/rumours.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { Unsaved } from '../scripts/unsaved.tsx'
import { Show } from '../shell/load-state.tsx'
import type { Loaded } from '../shell/use-loaded.ts'
import { groupAnswers } from './group-answers.ts'
import { type GroupRumour, RumourCard } from './rumour-card.tsx'

/** What this group still has to hear stands open; the rest can be looked through. */
export function GroupRumours({ groupId, rumours }: { groupId: string; rumours: Loaded<Page> }) {
  // A mark that had no network is made later, by itself: then the group stands elsewhere.
  const unsaved = groupAnswers.use().length
  const before = useRef(unsaved)
  const { reload } = rumours
  useEffect(() => {
    if (unsaved < before.current) void reload()
    before.current = unsaved
  }, [unsaved, reload])
  // What stood open stays where it is, so that she sees what became of it and can take it back.
  const opened = useRef(new Set<string>())
  const needs = ({ id, state }: GroupRumour) => {
    if (state !== null && state !== 'answered') opened.current.add(id)
    return opened.current.has(id)
  }
  const card = (rumour: GroupRumour) => (
    <li key={rumour.id}>
      <RumourCard rumour={rumour} groupId={groupId} />
    </li>
  )
  return (
    <section aria-labelledby="rumours">
      <h2 id="rumours">{sidebarText.rumours}</h2>
      <Unsaved of={groupAnswers} words={({ words }) => words} />
      <Show of={rumours}>
        {({ items }) => {
          const others = items.filter((each) => !needs(each))
          return (
            <>
              <ul className="rows">{items.filter(needs).map(card)}</ul>
              {others.length > 0 ? (
                <details className="others">
                  <summary>{sidebarText.otherRumours(others.length)}</summary>
                  <ul className="rows">{others.map(card)}</ul>
                </details>
              ) : null}
              {items.length === 0 ? <p className="card empty">{sidebarText.noRumours}</p> : null}
            </>
          )
        }}
      </Show>
    </section>
  )
}
