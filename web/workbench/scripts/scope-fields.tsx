import { Checkbox, Form, Select } from 'antd'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { useVillages } from '../officers/use-me.ts'

/** Who may send it, and where; no village chosen means every village. */
export function ScopeFields() {
  const villages = useVillages()
  return (
    <>
      <Form.Item name="villageIds" label={scriptText.villages}>
        <Select
          mode="multiple"
          placeholder={scriptText.everyVillage}
          options={villages.map(({ id, name }) => ({ value: id, label: name }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item name="auxiliaryMay" valuePropName="checked">
        <Checkbox>{scriptText.auxiliaryMay}</Checkbox>
      </Form.Item>
    </>
  )
}
