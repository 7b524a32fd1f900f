import { useEffect, useState } from 'react'
import { type GuideCategory, type GuideSummary, listPublicGuides } from '../../api/public-guides.ts'
import { Link } from '../shell/link.tsx'
import { Empty, Show } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { currentCode, fromAddress, keepHere, keptHere, pathTo, putInAddress } from '../shell/place.ts'
import { lastKnown, useLoaded } from '../shell/use-loaded.ts'
import { categoryWords, guideText } from '../text/guides.ts'
import { FirstLook } from './first-look.tsx'
import { GuideRow } from './guide-row.tsx'
import './services.css'

const categories = Object.keys(categoryWords) as GuideCategory[]
const typingMs = 350
const nameOf = (text: string) => `guides.${text}`

/** All guides, by kind or by what somebody says. */
export function GuidesPage() {
  const [typed, setTyped] = useState(() => keptHere() || (fromAddress('text') ?? ''))
  const [category, setCategory] = useState(
    () => categories.find((each) => each === fromAddress('kind')) ?? null,
  )
  const text = useSettled(typed.trim())
  const guides = useLoaded(nameOf(text), () => listPublicGuides(currentCode(), text))
  useEffect(() => keepHere(text), [text])
  function choose(kind: GuideCategory | null) {
    setCategory(kind)
    putInAddress('kind', kind ?? '')
  }
  // Without network what was read before is looked through.
  const byName = guides.data === undefined && guides.error ? namedSo(text) : []
  return (
    <Page title={guideText.title}>
      <label>
        {guideText.search}
        <input
          type="search"
          maxLength={60}
          value={typed}
          placeholder={guideText.searchHint}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {text ? null : (
        <div className="row">
          <Choice name={guideText.all} chosen={category === null} choose={() => choose(null)} />
          {categories.map((each) => (
            <Choice
              key={each}
              name={categoryWords[each]}
              chosen={category === each}
              choose={() => choose(each)}
            />
          ))}
        </div>
      )}
      <FirstLook text={text} />
      {byName.length > 0 ? (
        <>
          <p className="soft">{guideText.byName}</p>
          <Rows guides={byName} short={false} />
        </>
      ) : (
        <Show of={guides}>
          {({ items, near }) => {
            const shown = text || !category ? items : items.filter((guide) => guide.category === category)
            if (shown.length === 0) return <Empty>{guideText.none}</Empty>
            return (
              <>
                <p className={near ? '' : 'sr-only'} role="status">
                  {near ? guideText.near : guideText.found(shown.length)}
                </p>
                <Rows guides={shown} short={!text} />
              </>
            )
          }}
        </Show>
      )}
      <Link
        to={`${pathTo('ask')}${typed ? `?about=${encodeURIComponent(typed)}` : ''}`}
        className="button outline wide"
      >
        {guideText.ask}
      </Link>
    </Page>
  )
}

function Rows(props: { guides: GuideSummary[]; short: boolean }) {
  return (
    <ul className="rows">
      {props.guides.map((guide) => (
        <GuideRow key={guide.slug} guide={guide} to={pathTo('guides', guide.slug)} short={props.short} />
      ))}
    </ul>
  )
}

/** Of all guides as they were last read those whose name or summary has these words. */
const namedSo = (text: string) =>
  (lastKnown<{ items: GuideSummary[] }>(nameOf(''))?.items ?? []).filter(
    ({ name, summary }) => text !== '' && `${name} ${summary}`.includes(text),
  )

function Choice(props: { name: string; chosen: boolean; choose: () => void }) {
  return (
    <button
      type="button"
      className={props.chosen ? 'button small chosen' : 'button outline small'}
      aria-pressed={props.chosen}
      onClick={props.choose}
    >
      {props.name}
    </button>
  )
}

/** The text once somebody has stopped typing for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
