import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import type { Answered } from '../../api/appointments.ts'
import { showGuide } from '../../api/services.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { AnswerFields } from '../ui/answer-fields.tsx'

/** Part of a form: what the family says as it is booked, so that it hears of its own papers only. Nothing for a guide that asks nothing. */
export function SituationFields({ slug }: { slug: string | undefined }) {
  const { data: guide } = useQuery({
    queryKey: ['guide', slug],
    queryFn: () => showGuide(slug ?? ''),
    enabled: !!slug,
  })
  if (!slug || !guide || guide.questions.length === 0) return null
  return (
    <Form.Item name="answered" label={caseText.answers} extra={appointmentText.situationHint}>
      <Situation questions={guide.questions} version={guide.version} />
    </Form.Item>
  )
}

function Situation(props: {
  questions: Parameters<typeof AnswerFields>[0]['questions']
  version: number
  value?: Answered
  onChange?: (value: Answered) => void
}) {
  const { questions, version } = props
  // Of another guide or an older version nothing is kept.
  const answers = props.value?.version === version ? props.value.answers : {}
  return (
    <AnswerFields
      questions={questions}
      answers={answers}
      onAnswer={(question, answer) =>
        props.onChange?.({ version, answers: { ...answers, [question]: answer } })
      }
    />
  )
}
