import { Button } from 'antd'
import { useState } from 'react'
import { answersOf, type GuideAnswers } from '../../../contract/narrow-guide.ts'
import { type AppointmentDetail, answerAppointment } from '../../api/appointments.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { useMay } from '../officers/use-me.ts'
import { AnswerFields } from '../ui/answer-fields.tsx'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** What the family answered, put right at the window or on the telephone: saved together, as it is told to her. */
export function SituationCard({ data }: { data: AppointmentDetail }) {
  const { appointment, questions, answers, guideVersion } = data
  const may = useMay()
  const [draft, setDraft] = useState<GuideAnswers>({})
  const save = useDeed(() => answerAppointment(appointment.id, { version: guideVersion, answers: draft }), {
    said: commonText.saved,
    touches: [['appointment', appointment.id], ['case'], ['conversation']],
    onDone: () => setDraft({}),
    onFail: () => setDraft({}),
  })
  if (questions.length === 0) return null
  const standing: GuideAnswers = answersOf(answers)
  const changed = Object.keys(draft).length > 0
  return (
    <Card title={caseText.answers}>
      <AnswerFields
        questions={questions}
        answers={{ ...standing, ...draft }}
        given={answers.filter(({ question }) => !(question in draft))}
        disabled={!data.mayAnswer || !may('appointments.write') || save.isPending}
        onAnswer={(question, answer) => {
          const { [question]: _, ...rest } = draft
          setDraft(standing[question] === answer ? rest : { ...rest, [question]: answer })
        }}
      />
      {changed && (
        <>
          {appointment.conversationId && <p className="quiet gap-above">{appointmentText.situationTold}</p>}
          <div className="button-row gap-above">
            <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
              {appointmentText.saveSituation}
            </Button>
            <Button onClick={() => setDraft({})}>{appointmentText.leaveSituation}</Button>
          </div>
        </>
      )}
    </Card>
  )
}
