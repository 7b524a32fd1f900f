import { Button, Form, Input, Select } from 'antd'
import type { GuideQuestion } from '../../api/services.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { guideText } from '../../ui/text/workbench/services.ts'
import { type GuideFields, newKey } from './guide-fields.ts'
import { RuleSelect } from './rule-select.tsx'

const required = [{ required: true, whitespace: true, message: commonText.required }]
const newAnswer = () => ({ key: newKey('a'), text: '', leadsTo: null })

/** The questions, where each answer leads, and the conditions that matter only after some of them. */
export function GuideQuestionFields({ guides }: { guides: { slug: string; name: string }[] }) {
  return (
    <>
      <p className="quiet gap-below">{guideText.questionsHint}</p>
      <Form.List name="questions">
        {(fields, { add, remove, move }) => (
          <>
            {fields.map(({ key, name }, index) => (
              <fieldset key={key} className="guide-part">
                <Form.Item name={[name, 'key']} hidden>
                  <Input />
                </Form.Item>
                <Form.Item
                  name={[name, 'text']}
                  label={`${index + 1}. ${guideText.question}`}
                  rules={required}
                >
                  <Input maxLength={60} />
                </Form.Item>
                <Answers of={name} guides={guides} />
                <div className="button-row">
                  <Button size="small" disabled={index === 0} onClick={() => move(index, index - 1)}>
                    {commonText.moveUp}
                  </Button>
                  <Button size="small" danger type="text" onClick={() => remove(name)}>
                    {commonText.remove}
                  </Button>
                </div>
              </fieldset>
            ))}
            {fields.length < 12 && (
              <Button
                onClick={() => add({ key: newKey('q'), text: '', answers: [newAnswer(), newAnswer()] })}
              >
                {guideText.addQuestion}
              </Button>
            )}
          </>
        )}
      </Form.List>
      <h3 className="gap-above">{guideText.conditionsWhen}</h3>
      <Form.List name="conditionsWhen">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className="guide-part">
                <Form.Item name={[name, 'text']} label={guideText.condition} rules={required}>
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item
                  name={[name, 'when']}
                  label={guideText.conditionRule}
                  rules={[{ required: true, message: commonText.required }]}
                >
                  <RuleSelect label={guideText.conditionRule} />
                </Form.Item>
                <Button size="small" danger type="text" onClick={() => remove(name)}>
                  {commonText.remove}
                </Button>
              </fieldset>
            ))}
            {fields.length < 20 && (
              <Button onClick={() => add({ text: '', when: [] })}>{guideText.addCondition}</Button>
            )}
          </>
        )}
      </Form.List>
    </>
  )
}

function Answers({ of, guides }: { of: number; guides: { slug: string; name: string }[] }) {
  const form = Form.useFormInstance<GuideFields>()
  const questions: GuideQuestion[] = Form.useWatch('questions', form) ?? []
  const leads = [
    { value: '', label: guideText.leadsNext },
    { value: 'end', label: guideText.leadsEnd },
    ...questions
      .filter((question, index) => question && index !== of)
      .map(({ key, text }) => ({ value: `question:${key}`, label: guideText.leadsQuestion(text ?? '') })),
    ...guides.map(({ slug, name }) => ({ value: `guide:${slug}`, label: guideText.leadsGuide(name) })),
  ]
  return (
    <Form.List name={[of, 'answers']}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="guide-answer">
              <Form.Item name={[name, 'key']} hidden>
                <Input />
              </Form.Item>
              <Form.Item name={[name, 'text']} label={guideText.answer} rules={required}>
                <Input maxLength={30} />
              </Form.Item>
              <Form.Item
                name={[name, 'leadsTo']}
                label=" "
                getValueProps={(value) => ({ value: value ?? '' })}
              >
                <Select
                  options={leads}
                  showSearch={{ optionFilterProp: 'label' }}
                  aria-label={guideText.leadsNext}
                />
              </Form.Item>
              {fields.length > 2 && (
                <Button size="small" type="text" onClick={() => remove(name)}>
                  {commonText.remove}
                </Button>
              )}
            </div>
          ))}
          {fields.length < 6 && (
            <Button size="small" className="gap-below" onClick={() => add(newAnswer())}>
              {guideText.addAnswer}
            </Button>
          )}
        </>
      )}
    </Form.List>
  )
}
