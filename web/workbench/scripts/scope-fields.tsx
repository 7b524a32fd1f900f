import { Checkbox, Form } from 'antd'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { VillagesSelect } from '../ui/villages-select.tsx'

/** Who may send it, and where; no village chosen means every village. */
export function ScopeFields() {
  return (
    <>
      <Form.Item name="villageIds" label={scriptText.villages}>
        <VillagesSelect placeholder={scriptText.everyVillage} />
      </Form.Item>
      <Form.Item name="auxiliaryMay" valuePropName="checked">
        <Checkbox>{scriptText.auxiliaryMay}</Checkbox>
      </Form.Item>
    </>
  )
}
