import { Button } from 'antd'
import { useState } from 'react'
import { conditionOf, type GuideAnswers } from '../../../contract/narrow-guide.ts'
import { type AppointmentDetail, answerAppointment } from '../../api/appointments.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { useMay } from '../officers/use-me.ts'
import { AnswerFields } from '../ui/answer-fields.tsx'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { PaperSays } from '../ui/paper-says.tsx'
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
  const standing: GuideAnswers = Object.fromEntries(answers.map(({ question, answer }) => [question, answer]))
  const open = appointment.status === 'booked' || appointment.status === 'arrived'
  const changed = Object.keys(draft).length > 0
  return (
    <Card title={caseText.answers}>
      <AnswerFields
        questions={questions}
        answers={{ ...standing, ...draft }}
        given={answers.filter(({ question }) => !(question in draft))}
        disabled={!open || !may('appointments.write') || save.isPending}
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

/** The family's own papers, as her page and every message name them. */
export function OwnPapersCard({ data }: { data: AppointmentDetail }) {
  const { bring, waived, conditions } = data
  if (bring.length + waived.length === 0) return null
  return (
    <Card title={appointmentText.bring}>
      <ul className="own-papers plain-list">
        {bring.map((paper) => {
          const condition = conditionOf(paper)
          return (
            <li key={paper.key}>
              <b>{paper.name}</b> <PaperSays paper={{ ...paper, advice: null }} />
              {condition && (
                <p>
                  <DotTag tone="amber">{caseText.openPaper}</DotTag>{' '}
                  <span className="quiet">{caseText.neededWhen(condition)}</span>
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {conditions.map((line) => (
        <p key={line} className="gap-above">
          {line}
        </p>
      ))}
      {waived.length > 0 && (
        <p className="quiet gap-above">
          {caseText.unneeded}：{waived.map(({ name }) => name).join('；')}
        </p>
      )}
    </Card>
  )
}
