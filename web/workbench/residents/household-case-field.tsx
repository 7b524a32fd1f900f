import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { showHouseholdMatters } from '../../api/households.ts'
import { householdText } from '../../ui/text/workbench/households.ts'

/** The open case in which it is done, where its people have one. Inside a form. */
export function HouseholdCaseField({ householdId }: { householdId: string }) {
  const { data } = useQuery({
    queryKey: ['household-matters', householdId],
    queryFn: () => showHouseholdMatters(householdId),
  })
  if (!data?.cases.length) return null
  return (
    <Form.Item name="caseId" label={householdText.caseLink}>
      <Select
        allowClear
        placeholder={householdText.noCase}
        options={data.cases.map(({ id, title, number }) => ({ value: id, label: `${title} ${number}` }))}
      />
    </Form.Item>
  )
}
