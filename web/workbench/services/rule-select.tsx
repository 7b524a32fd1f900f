import { Form, Select } from 'antd'
import type { GuideQuestion } from '../../api/services.ts'
import type { GuideFields } from './guide-fields.ts'

/** Answers to the questions of the guide that is being written; each as `question.answer`. */
export function RuleSelect(props: {
  id?: string
  value?: string[]
  onChange?: (rules: string[]) => void
  label: string
}) {
  const form = Form.useFormInstance<GuideFields>()
  const questions: GuideQuestion[] = Form.useWatch('questions', form) ?? []
  return (
    <Select
      id={props.id}
      mode="multiple"
      className="full"
      aria-label={props.label}
      value={props.value ?? []}
      onChange={(rules: string[]) => props.onChange?.(rules)}
      options={questions.filter(Boolean).map((question) => ({
        label: question.text,
        title: question.text,
        options: (question.answers ?? []).filter(Boolean).map((answer) => ({
          value: `${question.key}.${answer.key}`,
          label: `${question.text ?? ''} ${answer.text ?? ''}`,
        })),
      }))}
    />
  )
}
