import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { listResidents } from '../../api/residents.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { useDebounced } from '../ui/use-debounced.ts'

/** Several people of the register, found by a few characters of name, phone or door. */
export function ResidentsSelect(props: {
  id?: string
  value?: string[]
  onChange?: (ids: string[]) => void
}) {
  const [text, setText] = useState('')
  const [known, setKnown] = useState<Record<string, string>>({})
  const asked = useDebounced(text.trim(), 250)
  const { data } = useQuery({
    queryKey: ['residents', 'select', asked],
    queryFn: ({ signal }) => listResidents({ query: asked.slice(0, 40), limit: 8 }, signal),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  })
  const found = asked ? (data?.items ?? []) : []
  const labels = {
    ...known,
    ...Object.fromEntries(
      found.map(({ id, name, household }) => [id, [name, household?.address].filter(Boolean).join(' · ')]),
    ),
  }
  const shown = [...new Set([...(props.value ?? []), ...found.map(({ id }) => id)])]
  return (
    <Select
      mode="multiple"
      id={props.id}
      value={props.value ?? []}
      showSearch={{ onSearch: setText, filterOption: false }}
      placeholder={residentText.searchHint}
      options={shown.map((id) => ({ value: id, label: labels[id] ?? id }))}
      onChange={(ids: string[]) => {
        setKnown(labels)
        props.onChange?.(ids)
      }}
    />
  )
}
