import { Link } from 'react-router'
import type { Explanation } from '../../api/inbox.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { whyText } from '../../ui/text/workbench/why.ts'
import { dayText } from '../../ui/time.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { scenarioTone } from './scenario-tone.ts'

type Script = Explanation['scripts'][number]
const quoted = (words: string[]) => words.map((word) => `“${word}”`).join('')

/** Each offered script with what it was found by (`heard`: by a machine's ear), and what lets it be sent here and today. */
export function WhyScripts({ scripts, heard }: { scripts: Script[]; heard: string }) {
  return (
    <section className="why-part" aria-label={whyText.scripts}>
      <h3>{whyText.scripts}</h3>
      {heard && (
        <div className="transcript gap-below">
          <p className="quiet">{whyText.heardWords}</p>
          <p className="pre-line">{heard}</p>
        </div>
      )}
      {scripts.length === 0 && <p className="quiet">{whyText.noScripts}</p>}
      {scripts.map((script, at) => (
        <div key={script.scriptId} className="line">
          <div className="spread">
            <b>
              {whyText.place(at + 1)} {script.title}
            </b>
            <DotTag tone={scenarioTone[script.library]}>{scenarioWords[script.library]}</DotTag>
          </div>
          <ul className="reasons">
            {reasonsOf(script).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
            {at === 0 && scripts[1] && <li>{firstBecause(script, scripts[1])}</li>}
          </ul>
          <p className="quiet">
            {[
              whyText.validUntil(dayText(script.expiresOn)),
              script.auxiliaryMay ? whyText.auxiliaryMay : whyText.auxiliaryMayNot,
              script.villages === null ? whyText.everyVillage : whyText.someVillages(script.villages),
            ].join(' · ')}{' '}
            <Link to={`/scripts/${script.scriptId}`}>{whyText.openScript}</Link>
          </p>
        </div>
      ))}
      {scripts.length > 0 && <p className="quiet">{whyText.scriptHint}</p>}
    </section>
  )
}

function reasonsOf({ reasons, because }: Script): string[] {
  const known = reasons.flatMap(({ kind, words }) => {
    if (kind === 'keyword') return whyText.keyword(quoted(words))
    if (kind === 'text') return whyText.text(quoted(words))
    if (kind === 'heard') return whyText.heard(quoted(words))
    if (kind === 'understood_heard') return whyText.understoodHeard(quoted(words))
    return kind === 'scenario' ? whyText.scenario : []
  })
  // A reason of another kind has its sentence all the same.
  return known.length === reasons.length ? known : [because]
}

/** What the first has and the second lacks, in kinds of reasons. */
function firstBecause(first: Script, second: Script): string {
  const has = (script: Script, kind: string) => script.reasons.some((reason) => reason.kind === kind)
  const lacks = [
    ...(has(first, 'keyword') && !has(second, 'keyword') ? [whyText.keywordShort] : []),
    ...(has(first, 'scenario') && !has(second, 'scenario') ? [whyText.scenarioShort] : []),
  ]
  return lacks.length > 0 ? whyText.firstBecause(lacks.join('、')) : whyText.firstMore
}
