import { Button, Checkbox, Form, Input, Select } from 'antd'
import type { MissingPapers, SecondTripCause } from '../../api/cases.ts'
import { caseText, secondTripWords } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'

const causes = Object.keys(secondTripWords) as SecondTripCause[]
const required = [{ required: true, message: commonText.required }]

export type MissingFields = { papersMissing?: boolean; missing?: MissingPapers }

/** What the fields say, for the server: nothing unless it was ticked. */
export const missingOf = ({ papersMissing, missing }: MissingFields): { missing?: MissingPapers } =>
  papersMissing && missing ? { missing } : {}

/** Part of a form: which papers are missing, and why nobody saw it before. `always`: that some are is said already. */
export function MissingPapersFields(props: { papers: { key: string; name: string }[]; always?: boolean }) {
  const { papers, always } = props
  const form = Form.useFormInstance<MissingFields>()
  const missing = Form.useWatch('papersMissing', { form, preserve: true })
  if (papers.length === 0) return null
  return (
    <>
      <Form.Item name="papersMissing" valuePropName="checked" hidden={always}>
        <Checkbox>{caseText.missingPapers}</Checkbox>
      </Form.Item>
      {missing && (
        <Form.List name="missing" initialValue={[{}]}>
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="missing-paper">
                  <Form.Item name={[name, 'key']} label={caseText.missingWhich} rules={required}>
                    <Select options={papers.map((paper) => ({ value: paper.key, label: paper.name }))} />
                  </Form.Item>
                  <Form.Item name={[name, 'cause']} label={caseText.missingCause} rules={required}>
                    <Select
                      options={causes.map((cause) => ({ value: cause, label: secondTripWords[cause] }))}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'reason']}
                    label={caseText.missingReason}
                    rules={[{ required: true, whitespace: true, message: commonText.required }]}
                  >
                    <Input.TextArea maxLength={500} rows={2} />
                  </Form.Item>
                  {fields.length > 1 && (
                    <Button size="small" type="text" onClick={() => remove(name)}>
                      {commonText.remove}
                    </Button>
                  )}
                </div>
              ))}
              {fields.length < papers.length && (
                <Button size="small" className="gap-below" onClick={() => add({})}>
                  {caseText.addMissing}
                </Button>
              )}
            </>
          )}
        </Form.List>
      )}
    </>
  )
}
