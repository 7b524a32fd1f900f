import { Form, Radio } from 'antd'
import type { Telling } from '../../../contract/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'

type Told = 'message' | 'later' | Telling
export type ToldFields = { told: Told }

/** What is chosen at first: a message where one arrives. Where none does, the officer says how she was told. */
export const firstTold = (hasDoor: boolean): Partial<ToldFields> => (hasDoor ? { told: 'message' } : {})

/** The choice as the server takes it. */
export function toldBody(told: Told): { tell: boolean; toldWay?: Telling } {
  if (told === 'message') return { tell: true }
  return told === 'later' ? { tell: false } : { tell: false, toldWay: told }
}

/** How the resident hears of the outcome; a message only where it reaches her. */
export function TellField(props: { hasDoor: boolean; hasConversation?: boolean }) {
  const { hasDoor, hasConversation = true } = props
  return (
    <Form.Item
      name="told"
      label={inboxText.tellHow}
      extra={hasDoor || !hasConversation ? undefined : inboxText.noDoor}
      rules={[{ required: true, message: commonText.required }]}
    >
      <Radio.Group
        className="choices"
        optionType="button"
        options={[
          { value: 'message', label: inboxText.tellMessage, disabled: !hasDoor },
          { value: 'walk_in', label: inboxText.toldCounter },
          { value: 'phone', label: inboxText.toldPhone },
          { value: 'writing', label: inboxText.toldWriting },
          { value: 'later', label: inboxText.tellLater },
        ]}
      />
    </Form.Item>
  )
}
