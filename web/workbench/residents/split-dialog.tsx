import { Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import {
  type HouseholdPage,
  type HouseholdPreview,
  previewSplit,
  type SplitPlan,
  splitHousehold,
} from '../../api/households.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { householdText } from '../../ui/text/workbench/households.ts'
import { useDeed } from '../ui/use-deed.ts'
import { DayField } from './day-field.tsx'
import { HouseholdCaseField } from './household-case-field.tsx'
import { householdKeys } from './household-keys.ts'
import { PreviewOfHouseholds } from './household-preview.tsx'
import { SameDoorField } from './same-door-field.tsx'

/** 分户: who goes and where, then what it would be, then it is done. */
export function SplitDialog(props: { household: HouseholdPage; onClose: () => void }) {
  const { household, onClose } = props
  const navigate = useNavigate()
  const [form] = Form.useForm<SplitPlan>()
  const [preview, setPreview] = useState<HouseholdPreview>()
  const goes: string[] = Form.useWatch('people', form) ?? []

  const headGoes = household.lives.some(({ id, head }) => head && goes.includes(id))
  const planOf = ({ restHeadId, ...fields }: SplitPlan): SplitPlan => ({
    ...fields,
    ...(headGoes && { restHeadId: restHeadId ?? null }),
  })
  const look = useDeed((fields: SplitPlan) => previewSplit(household.id, planOf(fields)), {
    onDone: setPreview,
  })
  const split = useDeed((fields: SplitPlan) => splitHousehold(household.id, planOf(fields)), {
    said: householdText.splitDone,
    touches: householdKeys,
    onDone: ({ id }) => {
      onClose()
      navigate(`/households/${id}`)
    },
  })
  const optionsOf = (going: boolean) =>
    household.lives
      .filter(({ id }) => goes.includes(id) === going)
      .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Modal
      open
      title={householdText.splitTitle}
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
                loading={split.isPending}
                onClick={() => split.mutate(form.getFieldsValue(true))}
              >
                {householdText.doSplit}
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
            name="people"
            label={householdText.whoGoes}
            rules={[{ required: true, message: commonText.required }]}
          >
            <Checkbox.Group
              options={household.lives.map(({ id, name, head }) => ({
                value: id,
                label: head ? `${name}（${householdText.head}）` : name,
              }))}
            />
          </Form.Item>
          <Form.Item
            name="address"
            label={householdText.newDoor}
            rules={[{ required: true, whitespace: true, message: commonText.required }]}
          >
            <Input maxLength={120} />
          </Form.Item>
          <div className="two-columns">
            <Form.Item name="headId" label={householdText.newHouseholdHead}>
              <Select allowClear options={optionsOf(true)} placeholder={householdText.noHead} />
            </Form.Item>
            {headGoes && (
              <Form.Item name="restHeadId" label={householdText.restHead}>
                <Select allowClear options={optionsOf(false)} placeholder={householdText.noHead} />
              </Form.Item>
            )}
            <DayField since={household.residentSinceOn} />
          </div>
          <HouseholdCaseField householdId={household.id} />
          <Form.Item name="note" label={householdText.note} extra={householdText.noteHint}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        {preview && (
          <>
            <PreviewOfHouseholds preview={preview} />
            <SameDoorField others={preview.sameDoor} />
          </>
        )}
      </Form>
    </Modal>
  )
}
