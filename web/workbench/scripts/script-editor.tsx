import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ScriptFile } from '../../../contract/files.ts'
import { readVariables } from '../../../contract/script-variables.ts'
import { fraudStages, type Library, libraries, scriptVariables } from '../../../contract/vocabulary.ts'
import {
  draftScript,
  draftVersion,
  listTopics,
  type NewScript,
  type NewScriptVersion,
  type ScriptDetail,
} from '../../api/scripts.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { fraudStageWords, scriptText } from '../../ui/text/workbench/scripts.ts'
import { addDays, stationDay } from '../../ui/time.ts'
import { useDeed } from '../ui/use-deed.ts'
import { useSafeClose } from '../ui/use-safe-close.ts'
import { ScopeFields } from './scope-fields.tsx'
import { ScriptFilesField } from './script-files-field.tsx'
import './scripts.css'

type Fields = Omit<NewScript, 'villageIds' | 'library' | 'submit' | 'files'> & {
  files: ScriptFile[]
  villageIds: string[]
  library: Library
}
const goodForDays = 180
/** On a phone the button is far below the field. */
const toFault = { block: 'center', focus: true } as const

/** A new script or the next version of one, kept as a draft or sent for review; nobody sends it before that is over. */
export function ScriptEditor(props: {
  from?: ScriptDetail
  /** What a new one begins with. */
  begin?: Partial<Fields>
  /** Where else the version goes, when it is one of a script that is known already. */
  save?: (version: NewScriptVersion) => Promise<unknown>
  onClose: () => void
}) {
  const { from, begin, save, onClose } = props
  const versionOnly = Boolean(from ?? save)
  const [form] = Form.useForm<Fields>()
  const close = useSafeClose(form, onClose)
  const [uploading, setUploading] = useState(false)
  // As it was when the writing began: what a colleague writes meanwhile is not taken for read.
  const [newest] = useState(from?.versions[0])
  const library = Form.useWatch('library', form) ?? from?.script.library ?? begin?.library ?? 'business'
  const topics = useQuery({ queryKey: ['scripts', 'topics'], queryFn: listTopics })
  const write = async ({ submit, ...fields }: Fields & { submit: boolean }) => {
    const { library, villageIds, auxiliaryMay, files, ...words } = fields
    const version = { ...words, files: files.map(({ id, alt }) => ({ id, alt })) }
    version.stage ??= null
    version.askedAs = version.askedAs?.filter((line) => line.trim() !== '')
    if (save) await save({ ...version, submit })
    else if (from) await draftVersion(from.script.id, { ...version, submit, since: newest!.draftedAt })
    else
      await draftScript({
        library,
        ...version,
        stage: library === 'anti_fraud' ? version.stage : null,
        auxiliaryMay,
        villageIds: villageIds.length ? villageIds : null,
        submit,
      })
  }
  const options = {
    touches: [
      ['scripts'],
      ['edition-proposals'],
      ['edition-proposal'],
      ['home'],
      ...(from ? [['script', from.script.id]] : []),
    ],
    onDone: onClose,
  }
  const keep = useDeed((fields: Fields) => write({ ...fields, submit: false }), {
    said: scriptText.kept,
    ...options,
  })
  const send = useDeed((fields: Fields) => write({ ...fields, submit: true }), {
    said: scriptText.drafted,
    ...options,
  })
  const busy = keep.isPending || send.isPending || uploading
  const keepDraft = () =>
    void form.validateFields().then(
      (fields) => keep.mutate(fields),
      ({ errorFields }: { errorFields: { name: string[] }[] }) =>
        errorFields[0] && form.scrollToField(errorFields[0].name, toFault),
    )
  const required = [{ required: true, whitespace: true, message: commonText.required }]
  const knownVariables = {
    validator: async (_: unknown, text = '') => {
      const [stranger] = readVariables(text).unknown
      if (stranger) throw new Error(scriptText.unknownVariable(stranger))
    },
  }
  return (
    <Modal
      open
      width={680}
      title={versionOnly ? scriptText.newVersion : scriptText.newScript}
      onCancel={close}
      footer={
        <div className="button-row end">
          <Button onClick={close}>{commonText.cancel}</Button>
          <Button disabled={busy} loading={keep.isPending} onClick={keepDraft}>
            {scriptText.keep}
          </Button>
          <Button type="primary" disabled={busy} loading={send.isPending} onClick={form.submit}>
            {scriptText.submit}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={toFault}
        initialValues={{
          library: 'business',
          title: newest?.title,
          body: newest?.body,
          keywords: newest?.keywords ?? [],
          basis: newest?.basis ?? '',
          topic: newest?.topic ?? '',
          spoken: newest?.spoken ?? '',
          stage: newest?.stage ?? null,
          sources: newest?.sources ?? [],
          askedAs: newest?.askedAs ?? [],
          files: newest?.files ?? [],
          expiresOn: addDays(stationDay(), goodForDays),
          auxiliaryMay: true,
          villageIds: [],
          ...begin,
        }}
        onFinish={(fields) => send.mutate(fields)}
      >
        {!versionOnly && (
          <Form.Item name="library" label={scriptText.library}>
            <Select options={libraries.map((value) => ({ value, label: scenarioWords[value] }))} />
          </Form.Item>
        )}
        <Form.Item name="title" label={scriptText.name} rules={required}>
          <Input maxLength={40} />
        </Form.Item>
        <div className="two-columns">
          <Form.Item name="topic" label={scriptText.topic}>
            <AutoComplete
              maxLength={20}
              placeholder={scriptText.topicHint}
              options={topics.data?.items
                .filter((each) => each.library === library)
                .map(({ topic }) => ({ value: topic }))}
            />
          </Form.Item>
          {library === 'anti_fraud' && (
            <Form.Item name="stage" label={scriptText.stage}>
              <Select
                allowClear
                placeholder={scriptText.allStages}
                options={fraudStages.map((value) => ({ value, label: fraudStageWords[value] }))}
              />
            </Form.Item>
          )}
        </div>
        <Form.Item
          name="body"
          label={scriptText.body}
          className="counted"
          rules={[...required, knownVariables]}
        >
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
        <Form.Item
          name="spoken"
          label={scriptText.spoken}
          extra={scriptText.spokenHint}
          rules={[knownVariables]}
        >
          <Input.TextArea maxLength={300} rows={2} />
        </Form.Item>
        <Form.Item name="files" label={scriptText.files} extra={scriptText.filesHint}>
          <ScriptFilesField onBusy={setUploading} />
        </Form.Item>
        <Form.Item name="keywords" label={scriptText.keywords}>
          <Select mode="tags" open={false} maxCount={20} tokenSeparators={['，', ',', '、', ' ']} />
        </Form.Item>
        <Form.Item
          name="askedAs"
          label={scriptText.askedAs}
          extra={scriptText.askedAsHint}
          getValueProps={(lines: string[] = []) => ({ value: lines.join('\n') })}
          normalize={(text: string) => text.split('\n')}
        >
          <Input.TextArea rows={4} />
        </Form.Item>
        <Form.Item name="basis" label={scriptText.basis}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="sources" label={scriptText.sources} extra={scriptText.sourcesHint}>
          <Select mode="tags" open={false} maxCount={10} />
        </Form.Item>
        <Form.Item name="expiresOn" label={scriptText.expiresOn} rules={required}>
          <Input type="date" />
        </Form.Item>
        {!versionOnly && <ScopeFields />}
      </Form>
    </Modal>
  )
}
