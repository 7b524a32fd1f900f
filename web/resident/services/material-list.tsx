import { type ChangeEvent, useState } from 'react'
import type { ToldAnswer } from '../../../contract/told-papers.ts'
import type { Guide, Material } from '../../api/public-guides.ts'
import { enclosePhotos } from '../inbox/enclose.ts'
import { EnclosureList } from '../inbox/enclosure-list.tsx'
import { guideDraftOf, type Letter, newLetter, useLetters } from '../inbox/outbox.ts'
import { askText } from '../text/ask.ts'
import { formWords, guideText } from '../text/guides.ts'
import { TellPapers } from './tell-papers.tsx'
import { useTicks } from './ticks.ts'

/** A paper, and whether it is open if it is needed at all. */
type OwnMaterial = Material & { open: boolean }

/** The papers one by one, each to be ticked and, while no case is open (`telling`), photographed and shown to the station. */
export function MaterialList(props: {
  guide: Guide
  /** Those that are left after what was answered. */
  materials: OwnMaterial[]
  answers: ToldAnswer[]
  /** All that is asked has an answer; what is open now stays so. */
  answered: boolean
  telling: boolean
}) {
  const { guide, materials, telling } = props
  const { ticked, toggle, tick } = useTicks(guide.slug)
  const [fresh, setFresh] = useState(() => letterAbout(guide))
  const letter = guideDraftOf(useLetters(), guide.slug) ?? fresh
  const needed = materials.filter((material) => !material.shared)
  return (
    <section className="card">
      <h2>{guideText.materials}</h2>
      <p className="soft no-print">{guideText.materialsNote}</p>
      <p role="status">
        <b>{guideText.ready(needed.filter(({ key }) => ticked.includes(key)).length, needed.length)}</b>
      </p>
      <ul className="materials">
        {materials.map((material) => (
          <li key={material.key}>
            <label className="tick">
              <input
                type="checkbox"
                checked={material.shared || ticked.includes(material.key)}
                disabled={material.shared}
                onChange={() => toggle(material.key)}
              />
              <MaterialText material={material} undecided={props.answered} />
            </label>
            {telling && !material.shared ? (
              <MaterialPhotos material={material} letter={letter} taken={() => tick(material.key)} />
            ) : null}
          </li>
        ))}
      </ul>
      {telling ? (
        <TellPapers
          guide={{ ...guide, materials }}
          answers={props.answers}
          letter={letter}
          ticked={ticked}
          sent={() => setFresh(letterAbout(guide))}
        />
      ) : null}
    </section>
  )
}

const letterAbout = (guide: Guide): Letter => ({ ...newLetter(null), guide: guide.slug })

/** The photos of one paper. One that is photographed is ready. */
function MaterialPhotos(props: { material: Material; letter: Letter; taken: () => void }) {
  const { material, letter } = props
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  async function take(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    if (files.length === 0) return
    setBusy(true)
    const wrong = await enclosePhotos(letter, files, material.key)
    setTrouble(wrong)
    setBusy(false)
    if (!wrong) props.taken()
  }
  return (
    <div className="material-photos no-print">
      <label className="button outline small">
        <input
          type="file"
          accept="image/*"
          capture="environment"
          className="sr-only"
          disabled={busy}
          aria-label={guideText.photograph(material.name)}
          onChange={(event) => void take(event)}
        />
        {busy ? askText.preparing : askText.camera}
      </label>
      <EnclosureList letter={letter} material={material.key} />
      <span className="trouble" role="alert">
        {trouble}
      </span>
    </div>
  )
}

function MaterialText(props: { material: OwnMaterial; undecided: boolean }) {
  const { undecided } = props
  const { name, form, copies, electronic, shared, neededWhen, note, when, open } = props.material
  const kind = copies > 1 ? `${formWords[form]} ${guideText.copies(copies)}` : formWords[form]
  return (
    <span className="material">
      <b>{name}</b>
      <span className="soft">{kind}</span>
      {neededWhen && (when.length === 0 || open) ? (
        <span className="when">{guideText.when(neededWhen)}</span>
      ) : null}
      {when.length > 0 && !open ? <span className="when">{guideText.yourCase}</span> : null}
      {open && undecided ? <span className="when">{guideText.openPaper}</span> : null}
      {electronic ? <span className="soft">{guideText.electronic}</span> : null}
      {shared ? <span className="soft">{guideText.shared}</span> : null}
      {note ? <span className="soft">{note}</span> : null}
    </span>
  )
}
