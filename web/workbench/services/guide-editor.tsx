import { Checkbox, Form, Input, InputNumber, Modal } from 'antd'
import { changeGuide, type Guide } from '../../api/services.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { guideText } from '../../ui/text/workbench/services.ts'
import { useDeed } from '../ui/use-deed.ts'

const lists = ['conditions', 'steps', 'notAskedFor', 'mistakes', 'legalBasis', 'askedAs'] as const
const listLabels: Record<(typeof lists)[number], string> = {
  conditions: guideText.conditions,
  steps: guideText.steps,
  notAskedFor: guideText.notAsked,
  mistakes: guideText.mistakes,
  legalBasis: guideText.basis,
  askedAs: guideText.askedAs,
}
type Fields = Pick<
  Guide,
  | 'name'
  | 'summary'
  | 'timeLimit'
  | 'feeYuan'
  | 'feeNote'
  | 'where'
  | 'online'
  | 'expiresOn'
  | 'workingDays'
  | 'needsCheck'
  | 'bookable'
> &
  Record<(typeof lists)[number], string> & { hidden: boolean }

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The words of a guide; its papers keep their codes, on which running cases hang, and are changed with the service. */
export function GuideEditor({ guide, onClose }: { guide: Guide; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const save = useDeed(
    ({ hidden, online, ...fields }: Fields) =>
      changeGuide(guide.id, {
        version: guide.version,
        ...fields,
        online: online?.trim() ? online.trim() : null,
        ...Object.fromEntries(lists.map((name) => [name, linesOf(fields[name])])),
        hidden,
      } as never),
    { said: guideText.saved, touches: [['guides'], ['guide']], onDone: onClose },
  )
  const required = [{ required: true, message: commonText.required }]
  return (
    <Modal
      open
      width={720}
      title={guideText.edit}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...guide,
          ...Object.fromEntries(lists.map((name) => [name, guide[name].join('\n')])),
          hidden: guide.hiddenAt !== null,
        }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item name="name" label={guideText.name} rules={required}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="summary" label={guideText.summary} rules={required}>
          <Input.TextArea maxLength={300} rows={2} />
        </Form.Item>
        <div className="two-columns">
          <Form.Item name="timeLimit" label={guideText.time} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="workingDays" label={guideText.workingDays}>
            <InputNumber className="full" min={0} max={365} />
          </Form.Item>
          <Form.Item name="feeYuan" label={guideText.fee}>
            <InputNumber className="full" min={0} max={100000} />
          </Form.Item>
          <Form.Item name="feeNote" label={guideText.feeNote}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <Form.Item name="where" label={guideText.where} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="online" label={guideText.online}>
          <Input maxLength={300} />
        </Form.Item>
        {lists.map((name) => (
          <Form.Item key={name} name={name} label={`${listLabels[name]}（${guideText.oneALine}）`}>
            <Input.TextArea rows={2} />
          </Form.Item>
        ))}
        <Form.Item name="expiresOn" label={guideText.expiresOn} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="needsCheck" valuePropName="checked" noStyle>
          <Checkbox>{guideText.needsCheck}</Checkbox>
        </Form.Item>
        <Form.Item name="hidden" valuePropName="checked" noStyle>
          <Checkbox>{guideText.hide}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}
