import { useEffect, useState } from 'react'
import { type GuideCategory, listPublicGuides } from '../../api/public-guides.ts'
import { Link } from '../shell/link.tsx'
import { Empty, Show } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { currentCode, pathTo } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { categoryWords, guideText } from '../text/guides.ts'
import { GuideRow } from './guide-row.tsx'
import './services.css'

const categories = Object.keys(categoryWords) as GuideCategory[]
const typingMs = 350

/** All guides, by kind or by what somebody says. */
export function GuidesPage() {
  const [typed, setTyped] = useState('')
  const [category, setCategory] = useState<GuideCategory | null>(null)
  const text = useSettled(typed.trim())
  const guides = useLoaded(`guides.${text}`, () => listPublicGuides(currentCode(), text))
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
          <Choice name={guideText.all} chosen={category === null} choose={() => setCategory(null)} />
          {categories.map((each) => (
            <Choice
              key={each}
              name={categoryWords[each]}
              chosen={category === each}
              choose={() => setCategory(each)}
            />
          ))}
        </div>
      )}
      <Show of={guides}>
        {({ items }) => {
          const shown = text || !category ? items : items.filter((guide) => guide.category === category)
          if (shown.length === 0) return <Empty>{guideText.none}</Empty>
          return (
            <ul className="rows">
              {shown.map((guide) => (
                <GuideRow key={guide.slug} guide={guide} to={pathTo('guides', guide.slug)} short={!text} />
              ))}
            </ul>
          )
        }}
      </Show>
      <Link
        to={`${pathTo('ask')}${typed ? `?about=${encodeURIComponent(typed)}` : ''}`}
        className="button outline wide"
      >
        {guideText.ask}
      </Link>
    </Page>
  )
}

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
