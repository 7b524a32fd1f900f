import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { type PhoneOwner, phoneOwners } from '../../../contract/person-words.ts'
import { addPhone, endPhone } from '../../api/people.ts'
import type { Resident } from '../../api/residents.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { personText, phoneOwnerWords } from '../../ui/text/workbench/person.ts'
import { useMay } from '../officers/use-me.ts'
import { useDeed } from '../ui/use-deed.ts'

type Fields = { phone: string; whose: PhoneOwner; note?: string }

/** Numbers beside the first, with whose they are; one more is written where it is seen. */
export function ResidentPhones({ resident }: { resident: Resident }) {
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const [form] = Form.useForm<Fields>()
  const touches = [['resident'], ['residents']]
  const end = useDeed((phoneId: string) => endPhone(resident.id, phoneId), { touches })
  const add = useDeed((fields: Fields) => addPhone(resident.id, { ...fields, note: fields.note ?? '' }), {
    said: commonText.saved,
    touches,
    onDone: () => {
      form.resetFields()
      setAdding(false)
    },
  })
  const mayWrite = may('residents.write')
  if (resident.phones.length === 0 && !mayWrite) return null
  return (
    <section className="gap-above" aria-label={personText.phones}>
      {resident.phones.map(({ id, phone, whose, note }) => (
        <div key={id} className="spread line">
          <span>
            <a href={`tel:${phone}`}>{phone}</a>{' '}
            <span className="quiet">{[phoneOwnerWords[whose], note].filter(Boolean).join(' · ')}</span>
          </span>
          {mayWrite && (
            <Button
              size="small"
              type="text"
              aria-label={personText.endPhone(phone)}
              loading={end.isPending && end.variables === id}
              onClick={() => end.mutate(id)}
            >
              {commonText.remove}
            </Button>
          )}
        </div>
      ))}
      {mayWrite && !adding && (
        <Button size="small" className="gap-above" onClick={() => setAdding(true)}>
          {personText.addPhone}
        </Button>
      )}
      {adding && (
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          className="gap-above"
          initialValues={{ whose: 'family' }}
          onFinish={(fields) => add.mutate(fields)}
        >
          <div className="two-columns">
            <Form.Item
              name="phone"
              label={commonText.phone}
              rules={[
                { required: true, pattern: /^[0-9+\- ]*[0-9][0-9+\- ]*$/, message: personText.phoneNeeded },
              ]}
            >
              <Input maxLength={20} inputMode="tel" autoFocus />
            </Form.Item>
            <Form.Item name="whose" label={personText.whose}>
              <Select options={phoneOwners.map((value) => ({ value, label: phoneOwnerWords[value] }))} />
            </Form.Item>
          </div>
          <div className="button-row">
            <Button type="primary" htmlType="submit" loading={add.isPending}>
              {commonText.save}
            </Button>
            <Button onClick={() => setAdding(false)}>{commonText.cancel}</Button>
          </div>
        </Form>
      )}
    </section>
  )
}
