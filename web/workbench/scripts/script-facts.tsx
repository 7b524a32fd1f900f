import type { Script } from '../../api/scripts.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { fraudStageWords, scriptText } from '../../ui/text/workbench/scripts.ts'
import { dayText } from '../../ui/time.ts'
import { useVillages } from '../officers/use-me.ts'

/** What a script rests on, until when it holds, and who may send it where. */
export function ScriptFacts({ script }: { script: Script }) {
  const villages = useVillages()
  const names = script.villageIds
    ?.map((villageId) => villages.find(({ id }) => id === villageId)?.name)
    .filter(Boolean)
  return (
    <dl className="facts gap-above">
      {script.topic && (
        <>
          <dt>{scriptText.topic}</dt>
          <dd>{script.topic}</dd>
        </>
      )}
      {script.stage && (
        <>
          <dt>{scriptText.stage}</dt>
          <dd>{fraudStageWords[script.stage]}</dd>
        </>
      )}
      <dt>{scriptText.basis}</dt>
      <dd>{script.basis || commonText.none}</dd>
      {script.sources.length > 0 && (
        <>
          <dt>{scriptText.sources}</dt>
          <dd>
            {script.sources.map((source) => (
              <div key={source}>
                {/^https?:\/\//.test(source) ? (
                  <a href={source} target="_blank" rel="noreferrer noopener">
                    {source}
                  </a>
                ) : (
                  source
                )}
              </div>
            ))}
          </dd>
        </>
      )}
      <dt>{scriptText.keywords}</dt>
      <dd>{script.keywords.join('、') || commonText.none}</dd>
      <dt>{scriptText.expiresOn}</dt>
      <dd>{dayText(script.expiresOn)}</dd>
      <dt>{scriptText.villages}</dt>
      <dd>{names ? names.join('、') : scriptText.everyVillage}</dd>
      <dt>{scriptText.auxiliaryMay}</dt>
      <dd>{script.auxiliaryMay ? '✓' : '—'}</dd>
    </dl>
  )
}
