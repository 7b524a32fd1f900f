import { Alert, Checkbox, Form } from 'antd'
import { Link } from 'react-router'
import { ApiError } from '../../api/fetch-json.ts'
import { householdText } from '../../ui/text/workbench/households.ts'

type Others = { id: string; address: string }[]

/** The households that stood in the way of the same door, where the server said so. */
export function sameDoorOf(error: Error | null): Others | undefined {
  if (!(error instanceof ApiError) || error.code !== 'conflict') return undefined
  return (error.details as { sameDoor?: Others } | undefined)?.sameDoor
}

/** Says which households have the same door, and asks whether it is meant. Inside a form. */
export function SameDoorField({ others }: { others: Others | undefined }) {
  if (!others?.length) return null
  return (
    <Alert
      type="warning"
      className="gap-above"
      title={
        <>
          {householdText.sameDoorAs}{' '}
          {others.map(({ id, address }) => (
            <Link key={id} to={`/households/${id}`} target="_blank">
              {address}{' '}
            </Link>
          ))}
        </>
      }
      description={
        <Form.Item name="sameDoor" valuePropName="checked" noStyle>
          <Checkbox>{householdText.sameDoor}</Checkbox>
        </Form.Item>
      }
    />
  )
}
