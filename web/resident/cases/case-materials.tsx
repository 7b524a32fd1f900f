import { answersOf, narrowGuide, needOf } from '../../../contract/narrow-guide.ts'
import { isBrought } from '../../../contract/services.ts'
import { answerOwnQuestions, type ResidentCase } from '../../api/resident-cases.ts'
import { Questions } from '../services/questions.tsx'
import '../services/services.css'
import { useState } from 'react'
import { ApiError } from '../../api/fetch-json.ts'
import { caseText } from '../text/cases.ts'
import { guideText } from '../text/guides.ts'
import { CaseMaterial } from './case-material.tsx'

const settled = ['accepted', 'not_needed', 'ready', 'photographed']

/** The questions of the case and its papers, each with what was said of it last. */
export function CaseMaterials(props: { matter: ResidentCase; reload: () => Promise<void> }) {
  const { id, materials, questions, finishedAt } = props.matter
  const [trouble, setTrouble] = useState('')
  const [given, setGiven] = useState<Record<string, string>>()
  const answers = given ?? answersOf(props.matter.answers)
  const guide = { questions, materials, conditionsWhen: [], otherGuides: [] }
  const { path } = narrowGuide(guide, answers)
  // What somebody has said a word about is shown whatever was answered.
  const needed = materials.filter(({ when, verdict }) => verdict || needOf(when, path) !== 'no')
  const waived = materials.filter((material) => !needed.includes(material))
  const brought = needed.filter(isBrought)
  const ready = brought.filter(({ verdict }) => verdict && settled.includes(verdict)).length
  async function change(next: Record<string, string>) {
    setTrouble('')
    setGiven(next)
    if (Object.keys(next).length === 0) return
    try {
      await answerOwnQuestions(id, next)
      await props.reload()
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error))
    }
    // A way answered anew stays here until it is whole; then what the station keeps is shown.
    if (narrowGuide(guide, next).kind !== 'question') setGiven(undefined)
  }
  return (
    <>
      {questions.length > 0 && finishedAt === null ? (
        <Questions
          guide={{ ...guide, materials: [] }}
          answers={answers}
          change={(next) => void change(next)}
        />
      ) : null}
      {props.matter.answers.some(({ byStation }) => byStation) ? (
        <p className="soft">{caseText.correctedByStation}</p>
      ) : null}
      <p className="trouble" role="alert">
        {trouble}
      </p>
      <section className="card">
        <h2>{caseText.materials}</h2>
        <p role="status">
          <b>{guideText.ready(ready, brought.length)}</b>
        </p>
        <ul className="case-materials">
          {needed.map((material) => (
            <CaseMaterial
              key={material.key}
              caseId={id}
              material={material}
              open={finishedAt === null}
              reload={props.reload}
            />
          ))}
        </ul>
        {waived.length > 0 ? (
          <p className="soft">
            {caseText.byAnswers}：{waived.map(({ name }) => name).join('、')}
          </p>
        ) : null}
      </section>
    </>
  )
}
