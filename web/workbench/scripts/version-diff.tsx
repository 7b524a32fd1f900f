import type { ScriptVersion } from '../../api/scripts.ts'
import { diffWords } from '../../ui/diff-words.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { fraudStageWords, scriptText } from '../../ui/text/workbench/scripts.ts'
import { dayText } from '../../ui/time.ts'
import { ScriptFiles } from './script-files.tsx'

type Words = Pick<
  ScriptVersion,
  | 'title'
  | 'body'
  | 'spoken'
  | 'keywords'
  | 'askedAs'
  | 'basis'
  | 'topic'
  | 'stage'
  | 'sources'
  | 'expiresOn'
  | 'files'
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

const sameFiles = (before: Words, after: Words) =>
  JSON.stringify(before.files.map(({ id, alt }) => [id, alt])) ===
  JSON.stringify(after.files.map(({ id, alt }) => [id, alt]))

const FilesCell = ({ files }: { files: Words['files'] }) => (
  <td>{files.length > 0 ? <ScriptFiles files={files} /> : commonText.none}</td>
)

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
        {(props.after.files.length > 0 || (props.before?.files.length ?? 0) > 0) && (
          <tr className={props.before && !sameFiles(props.before, props.after) ? 'changed' : ''}>
            <th scope="row">{scriptText.files}</th>
            {props.before && <FilesCell files={props.before.files} />}
            <FilesCell files={props.after.files} />
          </tr>
        )}
      </tbody>
    </table>
  )
}
