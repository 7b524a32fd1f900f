import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type GuideRereads, listRereads, rereadGuide } from '../../api/services.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { guideText } from '../../ui/text/workbench/services.ts'
import { dayText, stationDay } from '../../ui/time.ts'
import { useMay, useMe } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'

type Due = GuideRereads['items'][number]
const halfYear = 183 * 864e5

/** Guides whose day has come, with whose they are; nothing while there are none. */
export function RereadsCard() {
  const may = useMay()
  const me = useMe()
  const query = useQuery({ queryKey: ['guide-rereads'], queryFn: listRereads })
  const [reading, setReading] = useState<Due>()
  if (!query.data || query.data.items.length === 0) return null
  return (
    <Card title={`${guideText.rereads} ${query.data.items.length}`} className="gap-below">
      <ul className="plain-list">
        {query.data.items.map((due) => (
          <li key={due.id} className="spread line">
            <span>
              <Link to={`/guides/${due.slug}`}>{due.name}</Link>{' '}
              <DotTag tone={due.expired ? 'red' : 'amber'}>
                {due.expired
                  ? guideText.rereadOver(dayText(due.expiresOn))
                  : guideText.rereadDue(dayText(due.expiresOn))}
              </DotTag>{' '}
              <span className="quiet">{due.owner?.name ?? guideText.noOwner}</span>
            </span>
            {(may('services.write') || due.owner?.id === me.officer.id) && (
              <Button size="small" onClick={() => setReading(due)}>
                {guideText.rereadDone}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {reading && <RereadDialog due={reading} onClose={() => setReading(undefined)} />}
    </Card>
  )
}

function RereadDialog({ due, onClose }: { due: Due; onClose: () => void }) {
  const [form] = Form.useForm<{ nextOn: string }>()
  const read = useDeed(
    ({ nextOn }: { nextOn: string }) => rereadGuide(due.id, { version: due.version, nextOn }),
    {
      said: commonText.saved,
      touches: [['guide-rereads'], ['guides'], ['guide'], ['home']],
      onDone: onClose,
    },
  )
  return (
    <Modal
      open
      title={`${guideText.rereadDone}：${due.name}`}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={read.isPending}
    >
      <p className="quiet gap-below">{guideText.rereadMeaning}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ nextOn: stationDay(Date.now() + halfYear) }}
        onFinish={(fields) => read.mutate(fields)}
      >
        <Form.Item
          name="nextOn"
          label={guideText.rereadNext}
          rules={[{ required: true, message: commonText.required }]}
        >
          <Input type="date" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
