import { Alert, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { findPersonTrace } from '../../../contract/rumour-words.ts'
import { rumourTopics } from '../../../contract/vocabulary.ts'
import { type NewRumour, recordRumour } from '../../api/rumours.ts'
import { topicWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { rumourText } from '../../ui/text/workbench/rumours.ts'
import { useMe } from '../officers/use-me.ts'
import { useDeed } from '../ui/use-deed.ts'
import { VillagesSelect } from '../ui/villages-select.tsx'
import { WhenField } from '../ui/when-field.tsx'

type Fields = { words: string; topic: NewRumour['topic']; villageIds: string[] }

/** What is told, when it was first heard and where; the form has no place for who said it. */
export function NewRumourDialog(props: { onClose: () => void; onRecorded: (id: string) => void }) {
  const me = useMe()
  const own = me.scope === 'villages' ? me.villageIds : null
  const [form] = Form.useForm<Fields>()
  const [heardAt, setHeardAt] = useState('')
  const save = useDeed(
    ({ words, topic, villageIds }: Fields) =>
      recordRumour({
        words: words.trim(),
        topic,
        firstHeardAt: heardAt || new Date().toISOString(),
        villageIds: villageIds.length > 0 ? villageIds : null,
      }),
    {
      said: rumourText.recorded,
      touches: [['rumours']],
      onDone: ({ id }) => props.onRecorded(id),
    },
  )
  return (
    <Modal
      open
      title={rumourText.newRumour}
      onCancel={props.onClose}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <Alert className="gap-below" type="info" showIcon title={rumourText.noPersons} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ words: '', topic: 'other', villageIds: own ?? [] }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item
          name="words"
          label={rumourText.words}
          validateTrigger={['onBlur', 'onSubmit']}
          rules={[
            { required: true, min: 4, whitespace: true, message: commonText.required },
            {
              validator: (_, words: string) =>
                findPersonTrace(words ?? '')
                  ? Promise.reject(new Error(rumourText.noPersons))
                  : Promise.resolve(),
            },
          ]}
        >
          <Input.TextArea autoFocus maxLength={200} rows={2} placeholder={rumourText.wordsHint} showCount />
        </Form.Item>
        <Form.Item name="topic" label={rumourText.topic}>
          <Select options={rumourTopics.map((value) => ({ value, label: topicWords[value] }))} />
        </Form.Item>
        <WhenField label={rumourText.firstHeard} now={rumourText.now} value={heardAt} onChange={setHeardAt} />
        <Form.Item
          name="villageIds"
          label={rumourText.villages}
          className="gap-above"
          rules={own ? [{ required: true, type: 'array', min: 1, message: rumourText.ownVillagesOnly }] : []}
        >
          <VillagesSelect placeholder={own ? rumourText.ownVillagesOnly : rumourText.wholeTown} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
