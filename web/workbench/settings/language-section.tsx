import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Tabs } from 'antd'
import { useState } from 'react'
import {
  checkEndpoint,
  type LanguageEndpoint,
  type LanguagePurpose,
  readEndpoint,
  setUpEndpoint,
  switchEndpoint,
} from '../../api/language.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { draftingText as text } from '../../ui/text/workbench/drafting.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { LanguageCallsCard } from './language-calls-card.tsx'

const touches = [['language-endpoint'], ['drafting-on'], ['transcription-on']]

const purposes: LanguagePurpose[] = ['drafting', 'transcription']

/** Machines elsewhere: what each is asked for, where it is, whether it answers, on or off, and what left. */
export function LanguageSection() {
  const [purpose, setPurpose] = useState<LanguagePurpose>('drafting')
  return (
    <>
      <Tabs
        activeKey={purpose}
        onChange={(key) => setPurpose(key as LanguagePurpose)}
        items={purposes.map((key) => ({ key, label: text[`${key}Title`] }))}
      />
      <Purpose key={purpose} purpose={purpose} />
      <LanguageCallsCard />
    </>
  )
}

function Purpose({ purpose }: { purpose: LanguagePurpose }) {
  const query = useQuery({ queryKey: ['language-endpoint', purpose], queryFn: () => readEndpoint(purpose) })
  return (
    <>
      <Card>
        <p>{purpose === 'drafting' ? text.what : text.whatTranscription}</p>
        <p className="quiet gap-above">{purpose === 'drafting' ? text.limits : text.limitsTranscription}</p>
      </Card>
      <Loaded query={query} rows={4}>
        {({ endpoint }) => (
          <>
            <EndpointForm
              key={`${endpoint?.address} ${endpoint?.model}`}
              purpose={purpose}
              endpoint={endpoint}
            />
            {endpoint && <SwitchCard key={endpoint.assessment} purpose={purpose} endpoint={endpoint} />}
          </>
        )}
      </Loaded>
    </>
  )
}

type Given = { purpose: LanguagePurpose; endpoint: LanguageEndpoint | null }
type Fields = { address: string; model: string; key?: string }

function EndpointForm({ purpose, endpoint }: Given) {
  const [form] = Form.useForm<Fields>()
  const address = Form.useWatch('address', form)
  const save = useDeed(
    ({ address: at, model, key }: Fields) =>
      setUpEndpoint(purpose, {
        address: at.trim(),
        model: model.trim(),
        ...(key?.trim() ? { key: key.trim() } : {}),
      }),
    { said: text.saved, touches, onDone: () => form.resetFields(['key']) },
  )
  const required = [{ required: true, whitespace: true, message: commonText.required }]
  const same = !endpoint || address?.trim().replace(/\/+$/, '') === endpoint.address
  return (
    <Card title={text.endpoint}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ address: endpoint?.address ?? '', model: endpoint?.model ?? '' }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item
          name="address"
          label={text.address}
          extra={purpose === 'drafting' ? text.addressHint : text.addressHintTranscription}
          rules={required}
        >
          <Input maxLength={300} inputMode="url" spellCheck={false} />
        </Form.Item>
        <Form.Item name="model" label={text.model} rules={required}>
          <Input maxLength={100} spellCheck={false} />
        </Form.Item>
        <Form.Item name="key" label={text.key}>
          <Input.Password
            maxLength={500}
            autoComplete="off"
            placeholder={endpoint?.hasKey ? (same ? text.keyKept : text.keyGone) : ''}
          />
        </Form.Item>
        <Button htmlType="submit" loading={save.isPending}>
          {text.save}
        </Button>
      </Form>
    </Card>
  )
}

function SwitchCard({ purpose, endpoint }: Given & { endpoint: LanguageEndpoint }) {
  const { message } = App.useApp()
  const [assessment, setAssessment] = useState(endpoint.assessment)
  const check = useDeed(() => checkEndpoint(purpose), {
    touches,
    onDone: ({ works, sentence }) => void message[works ? 'success' : 'error'](sentence),
  })
  const turn = useDeed(
    (on: boolean) => switchEndpoint(purpose, on ? { on, assessment: assessment.trim() } : { on }),
    {
      touches,
      onDone: (_, on) => void message.success(on ? text.turnedOn : text.turnedOff),
    },
  )
  const { switchedOnAt, switchedOnBy, checkedAt, checkFailure } = endpoint
  const worked = checkedAt !== null && checkFailure === null
  return (
    <Card
      title={
        switchedOnAt && switchedOnBy ? text.isOn(switchedOnBy.name, momentText(switchedOnAt)) : text.isOff
      }
    >
      <Alert
        type={checkFailure ? 'error' : 'info'}
        title={
          checkFailure
            ? text.failed(checkFailure)
            : checkedAt
              ? text.checked(momentText(checkedAt))
              : text.notChecked
        }
        action={
          <Button size="small" loading={check.isPending} onClick={() => check.mutate()}>
            {text.check}
          </Button>
        }
      />
      {switchedOnAt ? (
        <p className="spread gap-above">
          <span>
            {text.assessment}：{endpoint.assessment}
          </span>
          <Button danger loading={turn.isPending} onClick={() => turn.mutate(false)}>
            {text.turnOff}
          </Button>
        </p>
      ) : (
        <form
          className="gap-above"
          onSubmit={(event) => {
            event.preventDefault()
            if (!turn.isPending) turn.mutate(true)
          }}
        >
          <label htmlFor="assessment">{text.assessment}</label>
          <Input
            id="assessment"
            maxLength={60}
            value={assessment}
            onChange={({ target }) => setAssessment(target.value)}
          />
          <p className="quiet gap-below">{text.assessmentHint}</p>
          <Button
            type="primary"
            htmlType="submit"
            disabled={!worked || assessment.trim().length < 4}
            loading={turn.isPending}
          >
            {text.turnOn}
          </Button>
        </form>
      )}
    </Card>
  )
}
