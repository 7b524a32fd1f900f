import type { ResidentCase } from '../../api/resident-cases.ts'
import { caseText } from '../text/cases.ts'
import { guideText } from '../text/guides.ts'
import { CaseMaterial } from './case-material.tsx'

const settled = ['accepted', 'not_needed', 'ready', 'photographed']

/** The papers of a case, each with what was said of it last. */
export function CaseMaterials(props: { matter: ResidentCase; reload: () => Promise<void> }) {
  const { id, materials, finishedAt } = props.matter
  const ready = materials.filter(({ verdict }) => verdict && settled.includes(verdict)).length
  return (
    <section className="card">
      <h2>{caseText.materials}</h2>
      <p role="status">
        <b>{guideText.ready(ready, materials.length)}</b>
      </p>
      <ul className="case-materials">
        {materials.map((material) => (
          <CaseMaterial
            key={material.key}
            caseId={id}
            material={material}
            open={finishedAt === null}
            reload={props.reload}
          />
        ))}
      </ul>
    </section>
  )
}
