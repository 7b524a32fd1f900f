import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { type Case, decideOutcome, type OutcomeBody, showCaseDoor } from '../../api/cases.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { Loaded } from '../ui/loaded.tsx'
import { SettlementFields } from '../ui/settlement-fields.tsx'
import { firstTold, TellField, type ToldFields, toldBody } from '../ui/tell-field.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { useSafeClose } from '../ui/use-safe-close.ts'
import { type MissingFields, MissingPapersFields, missingOf } from './missing-papers.tsx'
import {
  firstOwnSearch,
  isNews,
  OwnSearchFields,
  type OwnSearchParts,
  ownSearchOf,
} from './own-search-fields.tsx'

type Fields = Omit<OutcomeBody, 'tell' | 'toldWay' | 'ownSearch' | 'missing'> &
  ToldFields &
  MissingFields & { ownSearch?: OwnSearchParts }

export function OutcomeDialog({ data, onClose }: { data: Case; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const close = useSafeClose(form, onClose)
  const door = useQuery({ queryKey: ['case', data.id, 'door'], queryFn: () => showCaseDoor(data.id) })
  const decide = useDeed(
    ({ told, ownSearch, papersMissing, missing, ...body }: Fields) => {
      const search = ownSearch ? ownSearchOf(ownSearch) : null
      return decideOutcome(data.id, {
        ...body,
        ...toldBody(told),
        ...missingOf({ papersMissing, missing }),
        ...(isNews(search, data.ownSearch) ? { ownSearch: search } : {}),
      })
    },
    {
      said: caseText.finish,
      touches: [['case', data.id], ['cases'], ['home']],
      onDone: onClose,
    },
  )
  return (
    <Modal
      open
      title={caseText.finishTitle}
      okText={caseText.finish}
      onCancel={close}
      onOk={form.submit}
      confirmLoading={decide.isPending}
    >
      <Loaded query={door} rows={6}>
        {(found) => (
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{
              ...firstTold(found.door !== null),
              ...(data.emergency ? { emergency: true } : {}),
              ...(data.kind === 'help' ? { ownSearch: firstOwnSearch(data.ownSearch) } : {}),
            }}
            onFinish={(fields) => decide.mutate(fields)}
          >
            <SettlementFields />
            <Form.Item name="words" label={caseText.words} rules={[{ required: true, whitespace: true }]}>
              <Input.TextArea maxLength={1000} showCount rows={3} />
            </Form.Item>
            {data.kind === 'help' && <OwnSearchFields />}
            <Form.Item noStyle dependencies={['settlement']}>
              {({ getFieldValue }) =>
                getFieldValue('settlement') === 'withdrawn' && <MissingPapersFields papers={data.materials} />
              }
            </Form.Item>
            <TellField hasDoor={found.door !== null} hasConversation={!!data.conversation} />
          </Form>
        )}
      </Loaded>
    </Modal>
  )
}
