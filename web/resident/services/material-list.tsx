import type { Material } from '../../api/public-guides.ts'
import { formWords, guideText } from '../text/guides.ts'
import { useTicks } from './ticks.ts'

/** The papers one by one, each with a box to tick. */
export function MaterialList(props: { slug: string; materials: Material[] }) {
  const { ticked, toggle } = useTicks(props.slug)
  const needed = props.materials.filter((material) => !material.shared)
  return (
    <section className="card">
      <h2>{guideText.materials}</h2>
      <p className="soft no-print">{guideText.materialsNote}</p>
      <p role="status">
        <b>{guideText.ready(needed.filter(({ key }) => ticked.includes(key)).length, needed.length)}</b>
      </p>
      <ul className="materials">
        {props.materials.map((material) => (
          <li key={material.key}>
            <label className="tick">
              <input
                type="checkbox"
                checked={material.shared || ticked.includes(material.key)}
                disabled={material.shared}
                onChange={() => toggle(material.key)}
              />
              <MaterialText material={material} />
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}

function MaterialText(props: { material: Material }) {
  const { name, form, copies, electronic, shared, neededWhen, note } = props.material
  const kind = copies > 1 ? `${formWords[form]} ${guideText.copies(copies)}` : formWords[form]
  return (
    <span className="material">
      <b>{name}</b>
      <span className="soft">{kind}</span>
      {neededWhen ? <span className="when">{guideText.when(neededWhen)}</span> : null}
      {electronic ? <span className="soft">{guideText.electronic}</span> : null}
      {shared ? <span className="soft">{guideText.shared}</span> : null}
      {note ? <span className="soft">{note}</span> : null}
    </span>
  )
}
