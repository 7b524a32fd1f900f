import { Button } from 'antd'
import { useState } from 'react'
import { searchText } from '../../ui/text/workbench/search.ts'
import { forgetSearches, recentSearches } from './recent-searches.ts'

const examples = [
  ['ldm', searchText.exampleName],
  ['尾号 4417', searchText.examplePhone],
  ['3组12号', searchText.exampleDoor],
  ['fenhu', searchText.exampleSound],
  ['刘 4417', searchText.exampleBoth],
] as const

/** Before anything is typed: what was looked for just now, and what can be. */
export function SearchStart({ onChoose }: { onChoose: (text: string) => void }) {
  const [recent, setRecent] = useState(recentSearches)
  const forget = () => {
    forgetSearches()
    setRecent([])
  }
  return (
    <div className="search-start">
      {recent.length > 0 && (
        <section>
          <div className="spread">
            <h3>{searchText.recent}</h3>
            <Button type="link" size="small" onClick={forget}>
              {searchText.forget}
            </Button>
          </div>
          <div className="button-row">
            {recent.map((text) => (
              <Button key={text} size="small" shape="round" onClick={() => onChoose(text)}>
                {text}
              </Button>
            ))}
          </div>
          <p className="quiet gap-above">{searchText.recentHint}</p>
        </section>
      )}
      <section>
        <h3>{searchText.canType}</h3>
        <ul className="plain-list search-examples">
          {examples.map(([text, meaning]) => (
            <li key={text}>
              <button type="button" className="row-button" onClick={() => onChoose(text)}>
                <kbd>{text}</kbd> <span className="quiet">{meaning}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
