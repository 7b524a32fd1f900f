import type { CapDetail } from '../../api/cap.ts'
import { capText, matchWords } from '../../ui/text/workbench/cap.ts'

/** The villages an alert touches and by what it is known, and those it does not. */
export function CapVillages({
  data: { villages },
  areas,
}: {
  data: CapDetail
  areas: CapDetail['alert']['infos'][number]['areas']
}) {
  const touched = villages.filter(({ by }) => by !== null)
  const others = villages.filter(({ by }) => by === null)
  return (
    <>
      <p className="gap-above">{areas.map(({ areaDesc }) => areaDesc).join('；')}</p>
      {touched.length === 0 && <p className="field-error">{capText.noVillage}</p>}
      <ul className="plain-list">
        {touched.map(({ id, name, by, onMap }) => (
          <li key={id} className="line spread">
            <b>{name}</b>
            <span className="quiet">
              {by && matchWords[by]}
              {!onMap && ` · ${capText.notOnMap}`}
            </span>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p className="quiet gap-above">
          {capText.notTouched}
          {others.map(({ name, onMap }) => (onMap ? name : `${name}（${capText.notOnMap}）`)).join('、')}
        </p>
      )}
    </>
  )
}
