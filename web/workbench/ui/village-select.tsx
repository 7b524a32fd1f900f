import { Select } from 'antd'
import { commonText } from '../../ui/text/workbench/common.ts'
import { useVillages } from '../officers/use-me.ts'

/** One of the station's villages; found by its other names too. */
export function VillageSelect(props: {
  value?: string | null
  onChange?: (villageId: string | undefined) => void
  /** Offers "village unknown" with this value. */
  unknown?: string
  placeholder?: string
  className?: string
  id?: string
}) {
  const villages = useVillages()
  const options = villages.map(({ id, name, aliases }) => ({
    value: id,
    label: name,
    search: [name, ...aliases].join(' '),
  }))
  if (props.unknown)
    options.push({
      value: props.unknown,
      label: commonText.unknownVillage,
      search: commonText.unknownVillage,
    })
  return (
    <Select
      id={props.id}
      className={props.className}
      value={props.value ?? undefined}
      onChange={(value: string | undefined) => props.onChange?.(value)}
      options={options}
      showSearch={{ optionFilterProp: 'search' }}
      allowClear
      placeholder={props.placeholder ?? commonText.village}
      aria-label={props.placeholder ?? commonText.village}
    />
  )
}
