import { Alert, Select } from 'antd'
import { narrowGuide, unsure } from '../../../contract/narrow-guide.ts'
import { answerQuestions, type Case } from '../../api/cases.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'

export const answersOf = (data: Case) =>
  Object.fromEntries(data.answers.map(({ question, answer }) => [question, answer]))

/** What the family answered to the guide's questions; who handles the case writes it down or corrects it. */
export function CaseAnswers({ data, readOnly }: { data: Case; readOnly: boolean }) {
  const save = useDeed((answers: Record<string, string>) => answerQuestions(data.id, answers), {
    touches: [['case', data.id]],
  })
  if (data.questions.length === 0) return null
  const answers = answersOf(data)
  const now = narrowGuide({ ...data, conditionsWhen: [] }, answers)
  // The questions on this family's way, the next one with them.
  const shown = [
    ...now.path.map(({ question }) => question),
    ...(now.kind === 'question' ? [now.question] : []),
  ]
  return (
    <Card title={caseText.answers}>
      {now.kind === 'guide' && (
        <Alert className="gap-below" type="warning" showIcon title={caseText.otherGuide} />
      )}
      {shown.map((question) => {
        const given = data.answers.find((answer) => answer.question === question.key)
        return (
          <div key={question.key} className="case-answer">
            <span>{question.text}</span>
            <Select
              className="full"
              aria-label={question.text}
              value={answers[question.key] ?? null}
              placeholder={caseText.noAnswer}
              disabled={readOnly || !!data.finishedAt || save.isPending}
              options={[
                ...question.answers.map(({ key, text }) => ({ value: key, label: text })),
                { value: unsure, label: caseText.unsure },
              ]}
              onChange={(answer: string) => save.mutate({ [question.key]: answer })}
            />
            {given && (
              <span className="quiet">
                {caseText.answeredBy(
                  given.officer?.name ?? caseText.byResident,
                  momentText(given.answeredAt),
                )}
              </span>
            )}
          </div>
        )
      })}
    </Card>
  )
}
