import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { commonText } from '../../ui/text/workbench/common.ts'
import { guideText } from '../../ui/text/workbench/services.ts'
import { type GuideFields, newKey } from './guide-fields.ts'
import { RuleSelect } from './rule-select.tsx'

const forms = ['original', 'copy', 'form', 'at_window'] as const
const required = [{ required: true, whitespace: true, message: commonText.required }]
const mostPapers = 40

/** The checklist. Each paper keeps its key, on which the ticks and photos of running cases hang. */
export function GuidePaperFields() {
  const form = Form.useFormInstance<GuideFields>()
  const none = Form.useWatch('materials', form)?.length === 0
  return (
    <>
      {none && (
        <Form.Item name="noPapers" valuePropName="checked">
          <Checkbox>{guideText.noPapers}</Checkbox>
        </Form.Item>
      )}
      <Form.List name="materials">
        {(fields, { add, remove, move }) => (
          <>
            {fields.map(({ key, name }, index) => (
              <fieldset key={key} className="guide-part">
                <Form.Item name={[name, 'key']} hidden>
                  <Input />
                </Form.Item>
                <Form.Item name={[name, 'name']} label={guideText.paperName} rules={required}>
                  <Input maxLength={80} />
                </Form.Item>
                <div className="two-columns">
                  <Form.Item name={[name, 'form']} label={guideText.paperForm}>
                    <Select options={forms.map((form) => ({ value: form, label: guideText[form] }))} />
                  </Form.Item>
                  <Form.Item name={[name, 'copies']} label={guideText.paperCopies}>
                    <InputNumber className="full" min={1} max={9} />
                  </Form.Item>
                </div>
                <Form.Item name={[name, 'shared']} valuePropName="checked" noStyle>
                  <Checkbox>{guideText.shared}</Checkbox>
                </Form.Item>
                <Form.Item name={[name, 'electronic']} valuePropName="checked" noStyle>
                  <Checkbox>{guideText.electronic}</Checkbox>
                </Form.Item>
                <Form.Item name={[name, 'neededWhen']} label={guideText.paperWhen} className="gap-above">
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, 'when']} label={guideText.paperRule}>
                  <RuleSelect label={guideText.paperRule} />
                </Form.Item>
                <Form.Item name={[name, 'note']} label={guideText.paperNote}>
                  <Input maxLength={200} />
                </Form.Item>
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
            {fields.length < mostPapers && (
              <Button
                onClick={() =>
                  add({ key: newKey('m'), form: 'original', copies: 1, electronic: false, shared: false })
                }
              >
                {guideText.addPaper}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </>
  )
}
