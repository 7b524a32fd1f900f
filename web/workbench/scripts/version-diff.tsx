import type { ScriptVersion } from '../../api/scripts.ts'
import { diffWords } from '../../ui/diff-words.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { fraudStageWords, scriptText } from '../../ui/text/workbench/scripts.ts'
import { dayText } from '../../ui/time.ts'

type Words = Pick<
  ScriptVersion,
  'title' | 'body' | 'spoken' | 'keywords' | 'askedAs' | 'basis' | 'topic' | 'stage' | 'sources' | 'expiresOn'
>

/** What a version says, as texts one can compare. */
const partsOf = (version: Words | undefined): [label: string, text: string][] => [
  [scriptText.name, version?.title ?? ''],
  [scriptText.body, version?.body ?? ''],
  [scriptText.spoken, version?.spoken ?? ''],
  [scriptText.topic, version?.topic ?? ''],
  [scriptText.stage, version?.stage ? fraudStageWords[version.stage] : ''],
  [scriptText.keywords, version?.keywords.join('、') ?? ''],
  [scriptText.askedAs, version?.askedAs.join('\n') ?? ''],
  [scriptText.basis, version?.basis ?? ''],
  [scriptText.sources, version?.sources.join('\n') ?? ''],
  [scriptText.expiresOn, version ? dayText(version.expiresOn) : ''],
]

/** Two versions side by side, with what was taken out and put in; parts that neither has are left out. */
export function VersionDiff(props: {
  before: Words | undefined
  after: Words
  names: { before: string; after: string }
}) {
  const old = partsOf(props.before)
  const rows = partsOf(props.after).map(([label, text], index) => ({
    label,
    before: old[index]![1],
    after: text,
  }))
  return (
    <table className="version-diff">
      <thead>
        <tr>
          <th scope="col" aria-label={scriptText.compare} />
          {props.before && <th scope="col">{props.names.before}</th>}
          <th scope="col">{props.names.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(({ before, after }) => before !== '' || after !== '')
          .map(({ label, before, after }) => {
            const parts = props.before ? diffWords(before, after) : [{ kind: 'same' as const, text: after }]
            return (
              <tr key={label} className={before === after || !props.before ? '' : 'changed'}>
                <th scope="row">{label}</th>
                {props.before && (
                  <td>
                    {before === ''
                      ? commonText.none
                      : parts.map((part, index) =>
                          part.kind === 'gone' ? (
                            <del key={index}>{part.text}</del>
                          ) : part.kind === 'same' ? (
                            part.text
                          ) : null,
                        )}
                  </td>
                )}
                <td>
                  {after === ''
                    ? commonText.none
                    : parts.map((part, index) =>
                        part.kind === 'new' ? (
                          <ins key={index}>{part.text}</ins>
                        ) : part.kind === 'same' ? (
                          part.text
                        ) : null,
                      )}
                </td>
              </tr>
            )
          })}
      </tbody>
    </table>
  )
}
