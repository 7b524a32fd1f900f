import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { closeDay, openDay, readCalendar } from '../../api/appointments.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { addDays, dayText, stationDay } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** What differs from the week in the next two months: holidays, working Saturdays, days the station closes itself. */
export function ClosuresCard() {
  const may = useMay()
  const { message } = App.useApp()
  const [form] = Form.useForm<{ day: string; name: string }>()
  const from = stationDay()
  const until = addDays(from, 60)
  const query = useQuery({ queryKey: ['calendar', from, until], queryFn: () => readCalendar(from, until) })
  const touches = [['calendar'], ['slots']]
  const close = useDeed(({ day, name }: { day: string; name: string }) => closeDay(day, name), {
    touches,
    onDone: ({ booked }) => {
      form.resetFields()
      if (booked > 0) message.warning(settingsText.bookedThen(booked), 8)
    },
  })
  const open = useDeed(openDay, { touches })
  const edit = may('calendar.configure')
  return (
    <Card title={settingsText.closures}>
      <Loaded
        query={query}
        rows={3}
        isEmpty={({ days }) => days.every(({ name }) => !name)}
        empty={settingsText.noClosures}
      >
        {({ days }) => (
          <ul className="plain-list">
            {days
              .filter(({ name }) => name)
              .map(({ day, name, kind, open: isOpen }) => (
                <li key={day} className="spread line">
                  <span>
                    {dayText(day)} {name} {!isOpen && <DotTag tone="grey">{settingsText.closedDay}</DotTag>}
                  </span>
                  {edit && kind === 'closed' && (
                    <Button size="small" onClick={() => open.mutate(day)}>
                      {settingsText.reopenDay}
                    </Button>
                  )}
                </li>
              ))}
          </ul>
        )}
      </Loaded>
      {edit && (
        <Form
          name="closure"
          form={form}
          layout="inline"
          className="gap-above"
          onFinish={(fields) => close.mutate(fields)}
        >
          <Form.Item name="day" rules={[{ required: true, message: commonText.required }]}>
            <Input type="date" min={from} aria-label={settingsText.day} />
          </Form.Item>
          <Form.Item name="name" rules={[{ required: true, whitespace: true, message: commonText.required }]}>
            <Input
              maxLength={40}
              placeholder={settingsText.closureReason}
              aria-label={settingsText.closureReason}
            />
          </Form.Item>
          <Button htmlType="submit" loading={close.isPending}>
            {settingsText.closeDay}
          </Button>
        </Form>
      )}
    </Card>
  )
}
