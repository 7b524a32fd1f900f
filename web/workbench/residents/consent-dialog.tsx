import { Form, Input, Modal, Select } from 'antd'
import { type NewConsent, recordConsent } from '../../api/people.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import {
  consentStateWords,
  consentWayWords,
  personText,
  purposeWords,
} from '../../ui/text/workbench/person.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { useDeed } from '../ui/use-deed.ts'

export type ConsentAsked = Pick<NewConsent, 'purpose' | 'state'> & {
  /** She was not asked: it has to say how she came to it. */
  ownWish: boolean
}
type Fields = Pick<NewConsent, 'how' | 'note'>

/** Writes down what somebody answered, and how. */
export function ConsentDialog(props: { residentId: string; asked: ConsentAsked; onClose: () => void }) {
  const { purpose, state, ownWish } = props.asked
  const [form] = Form.useForm<Fields>()
  const save = useDeed(
    ({ how, note = '' }: Fields) => recordConsent(props.residentId, { purpose, state, how, note }),
    {
      said: commonText.saved,
      touches: [['resident'], ['resident-consents', props.residentId]],
      onDone: props.onClose,
    },
  )
  return (
    <Modal
      open
      title={personText.consentTitle(purposeWords[purpose], consentStateWords[state])}
      onCancel={props.onClose}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ how: 'spoken' }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item name="how" label={personText.how}>
          <Select
            options={(['spoken', 'written', 'guardian'] as const).map((value) => ({
              value,
              label: consentWayWords[value],
            }))}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={ownWish ? personText.ownWishNote : residentText.note}
          rules={[{ required: ownWish, whitespace: true, message: commonText.required }]}
        >
          <Input.TextArea maxLength={200} rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
