import { useState } from 'react'
import { isBrought } from '../../../contract/services.ts'
import type { ToldAnswer } from '../../../contract/told-papers.ts'
import type { Guide, Material } from '../../api/public-guides.ts'
import { enclosePhotos } from '../inbox/enclose.ts'
import { EnclosureList } from '../inbox/enclosure-list.tsx'
import { findLetter, guideDraftOf, type Letter, newLetter, useLetters } from '../inbox/outbox.ts'
import { PhotoButtons } from '../inbox/photo-buttons.tsx'
import { guideText } from '../text/guides.ts'
import { PaperSays } from './paper-says.tsx'
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
  const needed = materials.filter(isBrought)
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
                checked={!isBrought(material) || ticked.includes(material.key)}
                disabled={!isBrought(material)}
                onChange={() => toggle(material.key)}
              />
              <MaterialText material={material} undecided={props.answered} />
            </label>
            {telling && isBrought(material) ? (
              <MaterialPhotos material={material} letter={letter} taken={() => tick(material.key)} />
            ) : null}
          </li>
        ))}
      </ul>
      {telling ? (
        <TellPapers
          guide={guide}
          materials={materials}
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

/** The photos of one paper, from the camera or chosen. One that is photographed is ready. */
function MaterialPhotos(props: { material: Material; letter: Letter; taken: () => void }) {
  const { material, letter } = props
  const [trouble, setTrouble] = useState('')
  function done(wrong: string) {
    setTrouble(wrong)
    // Of several one may not open: the paper is there with the others.
    const photographed = findLetter(letter.key)?.enclosures.some((each) => each.material === material.key)
    if (photographed) props.taken()
  }
  return (
    <div className="material-photos no-print">
      <PhotoButtons
        of={material.name}
        take={(files, each) => enclosePhotos(letter, files, each, material.key).then(done)}
      />
      <EnclosureList letter={letter} material={material.key} />
      <span className="trouble" role="alert">
        {trouble}
      </span>
    </div>
  )
}

function MaterialText(props: { material: OwnMaterial; undecided: boolean }) {
  const { material, undecided } = props
  const { name, neededWhen, when, open } = material
  return (
    <span className="material">
      <b>{name}</b>
      {neededWhen && (when.length === 0 || open) ? (
        <span className="when">{guideText.when(neededWhen)}</span>
      ) : null}
      {when.length > 0 && !open ? <span className="when">{guideText.yourCase}</span> : null}
      {open && undecided ? <span className="when">{guideText.openPaper}</span> : null}
      <PaperSays paper={{ ...material, advice: material.note }} />
    </span>
  )
}
