import { useEffect, useState } from 'react'
import { FindField } from './find-field.tsx'
import { useDebounced } from './use-debounced.ts'

/** A field that searches while one types. */
export function SearchField(props: {
  value: string | undefined
  hint: string
  onSearch: (text: string) => void
  autoFocus?: boolean
}) {
  const { value = '', hint, onSearch } = props
  const [text, setText] = useState(value)
  const settled = useDebounced(text.trim(), 300)
  useEffect(() => {
    if (settled !== value) onSearch(settled)
    // Only what is typed starts a search; the address changing by itself does not.
  }, [settled])
  return (
    <FindField
      className="grow"
      autoFocus={props.autoFocus ?? false}
      hint={hint}
      value={text}
      onChange={setText}
    />
  )
}
