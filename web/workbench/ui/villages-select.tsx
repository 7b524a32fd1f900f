import { Select } from 'antd'
import { useState } from 'react'
import { commonText } from '../../ui/text/workbench/common.ts'
import { useVillages } from '../officers/use-me.ts'

/** Some of the villages. Those that are no more can be taken out, not put in. */
export function VillagesSelect(props: {
  id?: string
  value?: string[]
  onChange?: (villageIds: string[]) => void
  placeholder?: string
}) {
  const villages = useVillages()
  const [before] = useState(props.value ?? [])
  return (
    <Select
      id={props.id}
      mode="multiple"
      value={props.value ?? []}
      onChange={(villageIds: string[]) => props.onChange?.(villageIds)}
      placeholder={props.placeholder}
      options={villages
        .filter(({ id, retiredAt }) => !retiredAt || before.includes(id))
        .map(({ id, name, retiredAt }) => ({
          value: id,
          label: retiredAt ? commonText.retired(name) : name,
        }))}
      showSearch={{ optionFilterProp: 'label' }}
    />
  )
}
