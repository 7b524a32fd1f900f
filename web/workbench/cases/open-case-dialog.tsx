import { Form, Input, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type CaseKind, caseKinds, type Scenario, scenarios } from '../../../contract/vocabulary.ts'
import { openCase } from '../../api/cases.ts'
import { clientKey } from '../../api/client-key.ts'
import type { ConversationItem } from '../../api/inbox.ts'
import { caseKindWords, channelWords, scenarioWords } from '../../ui/text/vocabulary.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { captureWays } from '../inbox/capture-form.ts'
import { GuideSelect } from '../ui/guide-select.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { useSafeClose } from '../ui/use-safe-close.ts'
import { VillageSelect } from '../ui/village-select.tsx'

type Fields = {
  channel?: (typeof captureWays)[number]
  kind: CaseKind
  title: string
  details?: string
  scenario: Scenario
  guideId?: string
  villageId?: string
  place?: string
  name?: string
  phone?: string
}

const kindOf: Record<Scenario, CaseKind> = {
  anti_fraud: 'fraud',
  mediation: 'dispute',
  business: 'service',
  safety: 'safety',
  public_information: 'rumour',
  other_office: 'other',
}

/** A case out of a conversation, or of nothing but what somebody says at the counter. */
export function OpenCaseDialog({ from, onClose }: { from?: ConversationItem; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const close = useSafeClose(form, onClose)
  const [key] = useState(clientKey)
  const navigate = useNavigate()
  const kind = Form.useWatch('kind', form)
  const open = useDeed(
    ({ name, phone, channel = 'walk_in', ...fields }: Fields) =>
      openCase({
        ...fields,
        channel: from?.channel ?? channel,
        clientKey: key,
        ...(from ? { conversationId: from.id } : {}),
        ...(!from && name ? { person: { name, ...(phone ? { phone } : {}) } } : {}),
      }),
    {
      touches: [['cases'], ['conversation']],
      onDone: ({ id }) => {
        onClose()
        navigate(`/cases/${id}`)
      },
    },
  )
  const required = [{ required: true, whitespace: true, message: commonText.required }]
  return (
    <Modal open title={caseText.openNew} onCancel={close} onOk={form.submit} confirmLoading={open.isPending}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          channel: 'walk_in',
          kind: kindOf[from?.scenario ?? 'business'],
          scenario: from?.scenario ?? 'business',
          villageId: from?.villageId ?? undefined,
        }}
        onFinish={(fields) => open.mutate(fields)}
      >
        {!from && (
          <Form.Item name="channel" label={caseText.how}>
            <Segmented block options={captureWays.map((value) => ({ value, label: channelWords[value] }))} />
          </Form.Item>
        )}
        <div className="two-columns">
          <Form.Item name="kind" label={caseText.kind}>
            <Select options={caseKinds.map((value) => ({ value, label: caseKindWords[value] }))} />
          </Form.Item>
          <Form.Item name="scenario" label={caseText.scenario}>
            <Select options={scenarios.map((value) => ({ value, label: scenarioWords[value] }))} />
          </Form.Item>
        </div>
        {kind === 'service' && (
          <Form.Item name="guideId" label={caseText.guide} extra={caseText.guideHint}>
            <GuideSelect by="id" />
          </Form.Item>
        )}
        <Form.Item name="title" label={caseText.caseTitle} extra={caseText.titleHint} rules={required}>
          <Input maxLength={120} autoFocus />
        </Form.Item>
        <Form.Item name="details" label={caseText.details}>
          <Input.TextArea maxLength={4000} rows={2} />
        </Form.Item>
        {!from && (
          <div className="two-columns">
            <Form.Item name="name" label={commonText.name}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="phone" label={commonText.phone}>
              <Input maxLength={20} inputMode="tel" />
            </Form.Item>
          </div>
        )}
        <div className="two-columns">
          <Form.Item name="villageId" label={commonText.village}>
            <VillageSelect />
          </Form.Item>
          <Form.Item name="place" label={caseText.place}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  )
}
