import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { listGuides } from '../../api/services.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'

/** One of the station's services, by id or by slug. */
export function GuideSelect(props: {
  by: 'id' | 'slug'
  bookable?: boolean
  /** What it is chosen for, where it stands in no form. */
  hint?: string
  value?: string | null
  onChange?: (value: string | undefined) => void
  /** From the form it stands in, whose label then names it. */
  id?: string
}) {
  const { data } = useQuery({ queryKey: ['guides', {}], queryFn: () => listGuides(), staleTime: 300_000 })
  const guides = (data?.items ?? []).filter(({ bookable }) => bookable || !props.bookable)
  return (
    <Select
      id={props.id}
      className="full"
      allowClear
      value={props.value ?? undefined}
      onChange={(value: string | undefined) => props.onChange?.(value)}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={props.hint ?? appointmentText.guide}
      aria-label={props.id ? undefined : (props.hint ?? appointmentText.guide)}
      options={guides.map((guide) => ({ value: guide[props.by], label: guide.name }))}
    />
  )
}
