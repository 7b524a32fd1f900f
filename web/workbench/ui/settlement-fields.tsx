import { Form, Radio } from 'antd'
import { settlements } from '../../../contract/vocabulary.ts'
import { settlementWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'

/** The two answers every figure rests on: how it was settled, and whether it was an emergency. */
export function SettlementFields() {
  return (
    <>
      <Form.Item
        name="settlement"
        label={inboxText.settlement}
        rules={[{ required: true, message: commonText.required }]}
      >
        <Radio.Group
          className="choices"
          optionType="button"
          options={settlements.map((value) => ({ value, label: settlementWords[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="emergency"
        label={inboxText.wasEmergency}
        extra={inboxText.wasEmergencyHint}
        rules={[{ required: true, message: commonText.required }]}
      >
        <Radio.Group
          className="choices"
          optionType="button"
          options={[
            { value: false, label: inboxText.notEmergency },
            { value: true, label: inboxText.emergency },
          ]}
        />
      </Form.Item>
    </>
  )
}
