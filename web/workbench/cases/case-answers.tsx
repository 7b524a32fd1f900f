import { answersOf } from '../../../contract/narrow-guide.ts'
import { answerQuestions, type Case } from '../../api/cases.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { AnswerFields } from '../ui/answer-fields.tsx'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** What the family answered to the guide's questions; who handles the case writes it down or corrects it. */
export function CaseAnswers({ data, readOnly }: { data: Case; readOnly: boolean }) {
  const save = useDeed((answers: Record<string, string>) => answerQuestions(data.id, answers), {
    touches: [['case', data.id], ['appointment']],
  })
  if (data.questions.length === 0) return null
  return (
    <Card title={caseText.answers}>
      <AnswerFields
        questions={data.questions}
        answers={answersOf(data.answers)}
        given={data.answers}
        disabled={readOnly || !!data.finishedAt || save.isPending}
        onAnswer={(question, answer) => save.mutate({ [question]: answer })}
      />
    </Card>
  )
}
