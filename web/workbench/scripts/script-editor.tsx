import { Button, Form, Input, Modal, Select } from 'antd'
import { type Library, libraries, scriptVariables } from '../../../contract/vocabulary.ts'
import { draftScript, draftVersion, type NewScript, type ScriptDetail } from '../../api/scripts.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { addDays, stationDay } from '../../ui/time.ts'
import { useDeed } from '../ui/use-deed.ts'
import { ScopeFields } from './scope-fields.tsx'

type Fields = Omit<NewScript, 'villageIds' | 'library'> & { villageIds: string[]; library: Library }
const goodForDays = 180

/** A new script or the next version of one; a second person must approve it before anybody sends it. */
export function ScriptEditor({ from, onClose }: { from?: ScriptDetail; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const newest = from?.versions[0]
  const save = useDeed(
    ({ library, villageIds, auxiliaryMay, ...version }: Fields) =>
      from
        ? draftVersion(from.script.id, version)
        : draftScript({
            library,
            ...version,
            auxiliaryMay,
            villageIds: villageIds.length ? villageIds : null,
          }),
    {
      said: scriptText.drafted,
      touches: [['scripts'], ...(from ? [['script', from.script.id]] : [])],
      onDone: onClose,
    },
  )
  const required = [{ required: true, message: commonText.required }]
  return (
    <Modal
      open
      width={680}
      title={from ? scriptText.newVersion : scriptText.newScript}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          library: 'business',
          title: newest?.title,
          body: newest?.body,
          keywords: newest?.keywords ?? [],
          basis: newest?.basis ?? '',
          expiresOn: addDays(stationDay(), goodForDays),
          auxiliaryMay: true,
          villageIds: [],
        }}
        onFinish={(fields) => save.mutate(fields)}
      >
        {!from && (
          <Form.Item name="library" label={scriptText.library}>
            <Select options={libraries.map((value) => ({ value, label: scenarioWords[value] }))} />
          </Form.Item>
        )}
        <Form.Item name="title" label={scriptText.name} rules={required}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="body" label={scriptText.body} rules={required}>
          <Input.TextArea maxLength={1000} showCount rows={5} />
        </Form.Item>
        <p className="quiet">{scriptText.bodyHint}</p>
        <div className="button-row gap-below">
          {scriptVariables.map((name) => (
            <Button
              key={name}
              size="small"
              onClick={() => form.setFieldValue('body', `${form.getFieldValue('body') ?? ''}{${name}}`)}
            >
              {name}
            </Button>
          ))}
        </div>
        <Form.Item name="keywords" label={scriptText.keywords}>
          <Select mode="tags" open={false} maxCount={20} tokenSeparators={['，', ',', '、', ' ']} />
        </Form.Item>
        <Form.Item name="basis" label={scriptText.basis}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="expiresOn" label={scriptText.expiresOn} rules={required}>
          <Input type="date" />
        </Form.Item>
        {!from && <ScopeFields />}
      </Form>
    </Modal>
  )
}
