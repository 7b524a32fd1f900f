import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
import { listResidents, type ResidentRow } from '../../api/residents.ts'
import { placeText } from '../../ui/place-text.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { useDebounced } from '../ui/use-debounced.ts'

/** A name that is typed, or somebody of the register found by a few characters of name, phone or door. */
export function ResidentNameField(props: {
  id?: string
  value?: string
  maxLength: number
  /** Somebody is chosen: nothing is searched until the name is changed. */
  chosen: boolean
  onChange?: (name: string) => void
  onChoose: (row: ResidentRow) => void
}) {
  const { id, value = '', chosen, maxLength } = props
  const asked = useDebounced(chosen ? '' : value.trim(), 250)
  const { data } = useQuery({
    queryKey: ['residents', 'name-field', asked],
    queryFn: ({ signal }) => listResidents({ query: asked.slice(0, 40), limit: 6 }, signal),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  })
  const rows = asked ? (data?.items ?? []) : []
  return (
    <AutoComplete
      id={id}
      className="full"
      value={value}
      maxLength={maxLength}
      placeholder={residentText.nameHint}
      options={rows.map((row) => ({
        value: row.id,
        label: [row.name, placeText(row.household), row.phone].filter(Boolean).join(' · '),
      }))}
      onSelect={(residentId) => {
        const row = rows.find(({ id }) => id === residentId)
        if (row) props.onChoose(row)
      }}
      onChange={(name) => {
        // Choosing an entry passes its id through here before `onChoose` puts the name.
        if (!rows.some(({ id }) => id === name)) props.onChange?.(name.slice(0, maxLength))
      }}
    />
  )
}
