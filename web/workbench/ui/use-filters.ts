import { useSearchParams } from 'react-router'

/** Filters that live in the address: read one, set one, an empty value removes it. */
export function useFilters() {
  const [search, setSearch] = useSearchParams()
  const set = (name: string, value: string | undefined | null) => {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  }
  return { get: (name: string) => search.get(name) ?? undefined, set }
}
