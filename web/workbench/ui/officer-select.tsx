import { Select } from 'antd'
import { roleWords, shiftWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { useColleagues, useMe } from '../officers/use-me.ts'

/** A colleague who can take matters; those on duty say so and stand first. */
export function OfficerSelect(props: {
  value?: string | null
  onChange?: (officerId: string | undefined) => void
  nobody?: string
  placeholder?: string
  className?: string
  /** From the form it stands in, whose label then names it. */
  id?: string
}) {
  const me = useMe()
  const colleagues = useColleagues()
  const options = colleagues
    .toSorted((a, b) => b.onDuty.length - a.onDuty.length)
    .map(({ id, name, role, onDuty }) => ({
      value: id,
      label: `${name}${id === me.officer.id ? `（${commonText.me}）` : ''} · ${[roleWords[role], ...onDuty.map((kind) => shiftWords[kind])].join(' · ')}`,
    }))
  if (props.nobody) options.push({ value: props.nobody, label: commonText.nobody })
  return (
    <Select
      id={props.id}
      className={props.className}
      value={props.value ?? undefined}
      onChange={(value: string | undefined) => props.onChange?.(value)}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      placeholder={props.placeholder ?? commonText.colleague}
      aria-label={props.id ? undefined : (props.placeholder ?? commonText.colleague)}
    />
  )
}
