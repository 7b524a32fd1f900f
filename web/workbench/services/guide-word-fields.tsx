import { Checkbox, Form, Input, InputNumber } from 'antd'
import { commonText } from '../../ui/text/workbench/common.ts'
import { guideText } from '../../ui/text/workbench/services.ts'
import { OfficerSelect } from '../ui/officer-select.tsx'
import { type LineField, lineFields } from './guide-fields.ts'

const labels: Record<LineField, string> = {
  conditions: guideText.conditions,
  proxies: guideText.proxies,
  plain: guideText.plain,
  steps: guideText.steps,
  notAskedFor: guideText.notAsked,
  mistakes: guideText.mistakes,
  legalBasis: guideText.basis,
  askedAs: guideText.askedAs,
}
const required = [{ required: true, message: commonText.required }]

/** What a guide says in words. */
export function GuideWordFields() {
  return (
    <>
      <Form.Item name="name" label={guideText.name} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="summary" label={guideText.summary} rules={required}>
        <Input.TextArea maxLength={300} rows={2} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="timeLimit" label={guideText.time} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="workingDays" label={guideText.workingDays}>
          <InputNumber className="full" min={0} max={365} />
        </Form.Item>
        <Form.Item name="feeYuan" label={guideText.fee}>
          <InputNumber className="full" min={0} max={100000} />
        </Form.Item>
        <Form.Item name="feeNote" label={guideText.feeNote}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item name="sameDay" valuePropName="checked">
        <Checkbox>{guideText.sameDay}</Checkbox>
      </Form.Item>
      <Form.Item name="where" label={guideText.where} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="online" label={guideText.online}>
        <Input maxLength={300} />
      </Form.Item>
      {lineFields.map((name) => (
        <Form.Item key={name} name={name} label={`${labels[name]}（${guideText.oneALine}）`}>
          <Input.TextArea rows={4} />
        </Form.Item>
      ))}
      <div className="two-columns">
        <Form.Item name="basisOn" label={guideText.basisOn}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="expiresOn" label={guideText.expiresOn} rules={required}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="ownerId" label={guideText.owner}>
        <OfficerSelect className="full" placeholder={guideText.noOwner} />
      </Form.Item>
      <Form.Item name="bookable" valuePropName="checked" noStyle>
        <Checkbox>{guideText.bookable}</Checkbox>
      </Form.Item>
      <Form.Item name="needsCheck" valuePropName="checked" noStyle>
        <Checkbox>{guideText.needsCheck}</Checkbox>
      </Form.Item>
      <Form.Item name="hidden" valuePropName="checked" noStyle>
        <Checkbox>{guideText.hide}</Checkbox>
      </Form.Item>
    </>
  )
}
