import { useState } from 'react'
import { type Library, libraries } from '../../../contract/vocabulary.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { useAtHand } from '../person/at-hand.ts'
import { Failure, Skeleton } from '../shell/load-state.tsx'
import { useScripts } from './find-scripts.ts'
import { ScriptCard } from './script-card.tsx'

/** The resident's words, what fits them, and the whole library to look through. */
export function ScriptPanel() {
  const atHand = useAtHand()
  const { words, setWords, person } = atHand
  const [text, setText] = useState('')
  const [library, setLibrary] = useState<Library | ''>('')
  const { found, error, loading, retry, more } = useScripts(atHand, { text, library })
  const looking = text.trim() !== '' || library !== ''
  const opens = person !== null && !person.conversation
  return (
    <section aria-labelledby="scripts">
      <h2 id="scripts">{sidebarText.scripts}</h2>
      <label>
        <span className="sr-only">{sidebarText.words}</span>
        <textarea
          id="words"
          rows={1}
          value={words}
          maxLength={2000}
          placeholder={sidebarText.wordsHint}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      {words.trim() ? (
        <p className="soft">{opens ? sidebarText.wordsKept : sidebarText.wordsNotKept}</p>
      ) : null}
      <div className="search">
        <input
          type="search"
          value={text}
          maxLength={40}
          aria-label={sidebarText.search}
          placeholder={sidebarText.search}
          onChange={(event) => setText(event.target.value)}
        />
        <fieldset className="chips" aria-label={sidebarText.scripts}>
          {(['', ...libraries] as const).map((value) => (
            <button
              key={value}
              type="button"
              className="chip"
              aria-pressed={library === value && (value !== '' || !text.trim())}
              onClick={() => {
                setLibrary(value)
                if (value === '') setText('')
              }}
            >
              {value ? scenarioWords[value] : sidebarText.all}
            </button>
          ))}
        </fieldset>
      </div>
      {error ? <Failure message={error.message} retry={retry} /> : null}
      {!found && loading ? <Skeleton /> : null}
      {found?.items.length === 0 && !loading ? (
        <p className="card empty">
          {looking
            ? sidebarText.noFound
            : words.trim() || person?.conversation
              ? sidebarText.noFits
              : sidebarText.noWords}
        </p>
      ) : null}
      <div className="rows" aria-busy={loading}>
        {found?.items.map((script) => (
          <ScriptCard key={`${script.id} ${script.version}`} script={script} />
        ))}
      </div>
      {found?.next ? (
        <button type="button" className="button wide outline" disabled={loading} onClick={more}>
          {sidebarText.more}
        </button>
      ) : null}
    </section>
  )
}
