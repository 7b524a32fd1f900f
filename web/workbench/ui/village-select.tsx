import { Select } from 'antd'
import { commonText } from '../../ui/text/workbench/common.ts'
import { useVillages } from '../officers/use-me.ts'
import { villagesInUseFirst } from './villages-in-use-first.ts'

/** One of the station's villages; found by its other names too. Retired ones only where old rows are looked for, and the chosen one. */
export function VillageSelect(props: {
  value?: string | null
  onChange?: (villageId: string | undefined) => void
  /** Offers "village unknown" with this value. */
  unknown?: string
  /** Also those that are no more: to look for what is there. */
  withRetired?: boolean
  placeholder?: string
  className?: string
  /** From the form it stands in, whose label then names it. */
  id?: string
}) {
  const villages = useVillages()
  const options = villagesInUseFirst(villages)
    .filter(({ id, retiredAt }) => !retiredAt || props.withRetired || id === props.value)
    .map(({ id, name, aliases, retiredAt }) => ({
      value: id,
      label: retiredAt ? commonText.retired(name) : name,
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
      aria-label={props.id ? undefined : (props.placeholder ?? commonText.village)}
    />
  )
}
