import { Alert, Select } from 'antd'
import { type GuideAnswers, unsure } from '../../../contract/narrow-guide.ts'
import type { GuideQuestion } from '../../api/services.ts'
import { askedSoFar } from '../../ui/asked-so-far.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { momentText } from '../../ui/time.ts'

type Given = { question: string; officer: { name: string } | null; answeredAt: string }

/** A guide's questions one after the other, each with its answer and whose word it is. */
export function AnswerFields(props: {
  questions: GuideQuestion[]
  answers: GuideAnswers
  given?: Given[]
  disabled?: boolean
  onAnswer: (question: string, answer: string) => void
}) {
  const { questions, answers, given = [], disabled = false } = props
  const { asked, elsewhere } = askedSoFar(questions, answers)
  return (
    <>
      {elsewhere && <Alert className="gap-below" type="warning" showIcon title={caseText.otherGuide} />}
      {asked.map((question) => {
        const said = given.find((each) => each.question === question.key)
        return (
          <div key={question.key} className="guide-answer">
            <span>{question.text}</span>
            <Select
              className="full"
              aria-label={question.text}
              value={answers[question.key] ?? null}
              placeholder={caseText.noAnswer}
              disabled={disabled}
              options={[
                ...question.answers.map(({ key, text }) => ({ value: key, label: text })),
                { value: unsure, label: caseText.unsure },
              ]}
              onChange={(answer: string) => props.onAnswer(question.key, answer)}
            />
            {said && (
              <span className="quiet">
                {caseText.answeredBy(said.officer?.name ?? caseText.byResident, momentText(said.answeredAt))}
              </span>
            )}
          </div>
        )
      })}
    </>
  )
}
