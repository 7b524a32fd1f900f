import { useEffect, useRef } from 'react'
import { answersOf, type GuideAnswers, narrowGuide } from '../../../contract/narrow-guide.ts'
import { answerOwnAppointment, type ResidentAppointment } from '../../api/resident-appointments.ts'
import { aboutMe } from '../mine/about-me.ts'
import { keepAnswers, keptAnswers } from '../services/answers.ts'

/**
 * One list on every page: this phone takes over what stands at her appointment. An appointment that knows nothing yet, as
 * an officer may have booked it, is told what was answered here before.
 */
export function useSameAnswers(
  { id, guide, guideVersion, mayAnswer, personName, questions, answers }: ResidentAppointment,
  reload: () => Promise<void>,
): void {
  const standing: GuideAnswers = answersOf(answers)
  const text = JSON.stringify(standing)
  const told = useRef(false)
  useEffect(() => {
    // The neighbour she booked for has a situation of his own.
    const { name } = aboutMe()
    if (!mayAnswer || (name && name.trim() !== personName)) return
    if (answers.length > 0) return void keepAnswers(guide.slug, standing)
    const { path } = narrowGuide({ questions, materials: [], conditionsWhen: [] }, keptAnswers(guide.slug))
    if (told.current || path.length === 0) return
    told.current = true
    const kept = Object.fromEntries(path.map(({ question, answer }) => [question.key, answer]))
    answerOwnAppointment(id, { version: guideVersion, answers: kept }).then(reload, () => {})
  }, [id, text])
}
