import { useSearchParams } from 'react-router'

type Values = Record<string, string | undefined | null>

/** Filters that live in the address: read one, set one or several at once; an empty value removes it. */
export function useFilters() {
  const [search, setSearch] = useSearchParams()
  const setAll = (values: Values) => {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(values)) {
          if (value) next.set(name, value)
          else next.delete(name)
        }
        return next
      },
      { replace: true },
    )
  }
  return {
    get: (name: string) => search.get(name) ?? undefined,
    set: (name: string, value: string | undefined | null) => setAll({ [name]: value }),
    setAll,
  }
}
