import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import {
  type HouseholdPage,
  type HouseholdPreview,
  listHouseholds,
  type MergePlan,
  mergeHouseholds,
  previewMerger,
} from '../../api/households.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { householdText } from '../../ui/text/workbench/households.ts'
import { useDebounced } from '../ui/use-debounced.ts'
import { useDeed } from '../ui/use-deed.ts'
import { DayField } from './day-field.tsx'
import { HouseholdCaseField } from './household-case-field.tsx'
import { householdKeys } from './household-keys.ts'
import { PreviewOfHouseholds } from './household-preview.tsx'

/** 并户: into which household, then what it would be, then it is done. */
export function MergeHouseholdDialog(props: { household: HouseholdPage; onClose: () => void }) {
  const { household, onClose } = props
  const navigate = useNavigate()
  const [form] = Form.useForm<MergePlan>()
  const [preview, setPreview] = useState<HouseholdPreview>()
  const [text, setText] = useState('')
  const asked = useDebounced(text.trim(), 250)
  const { villageId } = household
  const { data } = useQuery({
    queryKey: ['households', 'merge', villageId, asked],
    queryFn: ({ signal }) => listHouseholds({ query: asked.slice(0, 40), villageId, limit: 8 }, signal),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  })
  const look = useDeed((fields: MergePlan) => previewMerger(household.id, fields), {
    onDone: setPreview,
  })
  const merge = useDeed((fields: MergePlan) => mergeHouseholds(household.id, fields), {
    said: householdText.mergeDone,
    touches: householdKeys,
    onDone: ({ id }) => {
      onClose()
      navigate(`/households/${id}`)
    },
  })
  const rows = (data?.items ?? []).filter(({ id }) => id !== household.id)
  return (
    <Modal
      open
      title={householdText.mergeTitle}
      onCancel={onClose}
      footer={
        preview
          ? [
              <Button key="back" onClick={() => setPreview(undefined)}>
                {householdText.lookAgain}
              </Button>,
              <Button
                key="do"
                type="primary"
                loading={merge.isPending}
                onClick={() => merge.mutate(form.getFieldsValue(true))}
              >
                {householdText.doMerge}
              </Button>,
            ]
          : [
              <Button key="close" onClick={onClose}>
                {commonText.cancel}
              </Button>,
              <Button key="look" type="primary" loading={look.isPending} onClick={form.submit}>
                {householdText.look}
              </Button>,
            ]
      }
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => look.mutate(fields)}>
        <div hidden={preview !== undefined}>
          <Form.Item
            name="intoId"
            label={householdText.into}
            extra={householdText.intoHint}
            rules={[{ required: true, message: commonText.required }]}
          >
            <Select
              showSearch={{ onSearch: setText, filterOption: false }}
              options={rows.map(({ id, address, names }) => ({
                value: id,
                label: [address, ...names].join(' · '),
              }))}
            />
          </Form.Item>
          <DayField since={household.residentSinceOn} />
          <HouseholdCaseField householdId={household.id} />
          <Form.Item name="note" label={householdText.note} extra={householdText.noteHint}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        {preview && <PreviewOfHouseholds preview={preview} />}
      </Form>
    </Modal>
  )
}
