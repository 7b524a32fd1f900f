import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { addPerson, type Case, type CasePart, removePerson } from '../../api/cases.ts'
import { caseText, partWords } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'

type Fields = { name: string; phone?: string; part: CasePart }

export function CasePeople({ data, readOnly }: { data: Case; readOnly: boolean }) {
  const [adding, setAdding] = useState(false)
  const [form] = Form.useForm<Fields>()
  const touches = [['case', data.id]]
  const add = useDeed((fields: Fields) => addPerson(data.id, fields), {
    touches,
    onDone: () => setAdding(false),
  })
  const remove = useDeed((personId: string) => removePerson(data.id, personId), { touches })
  return (
    <Card
      title={caseText.people}
      extra={
        !readOnly && (
          <Button size="small" onClick={() => setAdding(true)}>
            {commonText.add}
          </Button>
        )
      }
    >
      <ul className="plain-list">
        {data.people.map((person) => (
          <li key={person.id} className="spread line">
            <span>
              <DotTag>{partWords[person.part]}</DotTag>{' '}
              {person.residentId ? (
                <Link to={`/residents/${person.residentId}`}>{person.name}</Link>
              ) : (
                person.name
              )}{' '}
              {person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a>}
            </span>
            {!readOnly && (
              <Button size="small" type="text" onClick={() => remove.mutate(person.id)}>
                {commonText.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data.people.length === 0 && <p className="quiet">{commonText.none}</p>}
      <Modal
        open={adding}
        title={caseText.addPerson}
        onCancel={() => setAdding(false)}
        onOk={form.submit}
        confirmLoading={add.isPending}
        destroyOnHidden
      >
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          preserve={false}
          initialValues={{ part: 'party' }}
          onFinish={(fields) => add.mutate(fields)}
        >
          <Form.Item name="name" label={commonText.name} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={40} autoFocus />
          </Form.Item>
          <Form.Item name="phone" label={commonText.phone}>
            <Input maxLength={20} inputMode="tel" />
          </Form.Item>
          <Form.Item name="part" label={caseText.part}>
            <Select
              options={(Object.keys(partWords) as CasePart[]).map((value) => ({
                value,
                label: partWords[value],
              }))}
            />
          </Form.Item>
        </Form>
      </Modal>
    </Card>
  )
}
