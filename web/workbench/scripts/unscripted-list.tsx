import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Library, libraries } from '../../../contract/vocabulary.ts'
import { listUnscripted, type UnscriptedGroup } from '../../api/script-use.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { scriptUseText } from '../../ui/text/workbench/script-use.ts'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { scenarioTone } from '../inbox/scenario-tone.ts'
import { useMay } from '../officers/use-me.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { ScriptEditor } from './script-editor.tsx'

/** What was asked and answered by hand, alike beside alike: what to write a script for next. */
export function UnscriptedList() {
  const may = useMay()
  const { get, set } = useFilters()
  const days = Number(get('days')) || 30
  const [writing, setWriting] = useState<UnscriptedGroup>()
  const query = useQuery({ queryKey: ['unscripted', days], queryFn: () => listUnscripted(days) })
  return (
    <>
      <p className="quiet gap-below">{scriptUseText.unscriptedHint}</p>
      <Segmented
        className="gap-below"
        value={days}
        onChange={(value) => set('days', String(value))}
        options={[7, 30, 90].map((value) => ({ value, label: scriptText.lastDays(value) }))}
      />
      <Loaded
        query={query}
        rows={8}
        isEmpty={({ groups }) => groups.length === 0}
        empty={scriptUseText.unscriptedEmpty}
      >
        {({ groups, looked }) => (
          <>
            <p className="quiet">{scriptUseText.looked(looked)}</p>
            {groups.map((group) => (
              <section key={group.examples[0]?.conversationId} className="card">
                <div className="spread">
                  <h2>
                    {group.words.join('、') || scriptUseText.noWords}{' '}
                    <DotTag tone={scenarioTone[group.scenario]}>{scenarioWords[group.scenario]}</DotTag>
                  </h2>
                  <b>{scriptUseText.times(group.count)}</b>
                </div>
                <ul className="plain-list">
                  {group.examples.map(({ conversationId, number, words }) => (
                    <li key={conversationId} className="line">
                      <span className="pre-line">{words}</span>{' '}
                      <Link to={`/inbox/all/${conversationId}`}>{number}</Link>
                    </li>
                  ))}
                </ul>
                <div className="spread gap-above">
                  {group.nearest ? (
                    <span className="quiet">
                      {scriptUseText.nearest}{' '}
                      <Link to={`/scripts/${group.nearest.scriptId}`}>{group.nearest.title}</Link>
                    </span>
                  ) : (
                    <DotTag tone="amber">{scriptUseText.nothingFits}</DotTag>
                  )}
                  {may('scripts.write') && (
                    <Button onClick={() => setWriting(group)}>{scriptUseText.write}</Button>
                  )}
                </div>
              </section>
            ))}
          </>
        )}
      </Loaded>
      {writing && <ScriptEditor begin={beginningOf(writing)} onClose={() => setWriting(undefined)} />}
    </>
  )
}

function beginningOf({ words, scenario }: UnscriptedGroup) {
  const library: Library = libraries.find((each) => each === scenario) ?? 'business'
  return { library, title: words.slice(0, 3).join('').slice(0, 40), keywords: words.slice(0, 20) }
}
