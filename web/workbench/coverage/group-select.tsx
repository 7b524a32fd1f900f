import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { readCoverageGroups } from '../../api/coverage.ts'
import { coverageText } from '../../ui/text/workbench/coverage.ts'

/** One of a village's groups, as its households name them. */
export function GroupSelect(props: {
  villageId: string
  value: string | undefined
  onChange: (group: string | undefined) => void
}) {
  const { villageId, value, onChange } = props
  const query = useQuery({
    queryKey: ['coverage-groups', villageId, undefined],
    queryFn: () => readCoverageGroups(villageId),
    staleTime: 60_000,
  })
  return (
    <Select
      allowClear
      showSearch
      value={value ?? null}
      loading={query.isLoading}
      placeholder={coverageText.group}
      aria-label={coverageText.group}
      onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
      options={query.data?.items.map(({ group }) => ({
        value: group || 'none',
        label: group || coverageText.noGroup,
      }))}
    />
  )
}
