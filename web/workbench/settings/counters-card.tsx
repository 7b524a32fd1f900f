import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { addCounter, closeCounter, listCounters } from '../../api/appointments.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'

export function CountersCard() {
  const may = useMay()
  const [form] = Form.useForm<{ name: string }>()
  const query = useQuery({ queryKey: ['counters'], queryFn: listCounters })
  const touches = [['counters'], ['slots']]
  const add = useDeed(({ name }: { name: string }) => addCounter(name), {
    touches,
    onDone: () => form.resetFields(),
  })
  const close = useDeed(closeCounter, { touches })
  const edit = may('calendar.configure')
  return (
    <Card title={settingsText.counters}>
      <Loaded query={query} rows={2}>
        {({ items }) => (
          <ul className="plain-list">
            {items.map((counter) => (
              <li key={counter.id} className="spread line">
                <span>
                  {counter.name} {counter.closedAt && <DotTag>{settingsText.suspended}</DotTag>}
                </span>
                {edit && !counter.closedAt && (
                  <Button size="small" type="text" onClick={() => close.mutate(counter.id)}>
                    {settingsText.closeCounter}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {edit && (
        <Form
          name="counter"
          form={form}
          layout="inline"
          className="gap-above"
          onFinish={(fields) => add.mutate(fields)}
        >
          <Form.Item name="name" rules={[{ required: true, whitespace: true, message: commonText.required }]}>
            <Input
              maxLength={20}
              placeholder={settingsText.counterName}
              aria-label={settingsText.counterName}
            />
          </Form.Item>
          <Button htmlType="submit">{settingsText.addCounter}</Button>
        </Form>
      )}
    </Card>
  )
}
