import type { Script } from '../../api/scripts.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { fraudStageWords, scriptText } from '../../ui/text/workbench/scripts.ts'
import { dayText } from '../../ui/time.ts'
import { useVillages } from '../officers/use-me.ts'

/** Where it may be sent: '全部村', or the villages by name. */
export function usePlaces({ villageIds }: Pick<Script, 'villageIds'>): string {
  const villages = useVillages()
  if (!villageIds) return scriptText.everyVillage
  return villages
    .filter(({ id }) => villageIds.includes(id))
    .map(({ name }) => name)
    .join('、')
}

/** What a script rests on, until when it holds, and who may send it where. */
export function ScriptFacts({ script }: { script: Script }) {
  const places = usePlaces(script)
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
      <dd>{places}</dd>
      <dt>{scriptText.auxiliaryMay}</dt>
      <dd>{script.auxiliaryMay ? scriptText.mayYes : scriptText.auxiliaryMayNot}</dd>
    </dl>
  )
}
