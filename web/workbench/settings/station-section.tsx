import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import type { StationSettings } from '../../../contract/officers.ts'
import type { BroadcastCap } from '../../../contract/vocabulary.ts'
import { changeStation, readStation, type Station } from '../../api/officers.ts'
import { broadcastText } from '../../ui/text/workbench/broadcasts.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { useMay, useVillagesInUse } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'

type Fields = Pick<Station, 'name' | 'phone' | 'address'> & {
  residentNotice?: string
  firstAnswerMinutes?: number | null
} & Pick<StationSettings, 'quietFrom' | 'quietUntil' | 'broadcastCap'>

const caps: [BroadcastCap, string][] = [
  ['month', broadcastText.capMonth],
  ['week', broadcastText.capWeek],
  ['day', broadcastText.capDay],
]

export function StationSection() {
  const query = useQuery({ queryKey: ['station'], queryFn: readStation })
  const villages = useVillagesInUse()
  return (
    <>
      <Loaded query={query}>
        {(station) => <StationForm key={JSON.stringify(station)} station={station} />}
      </Loaded>
      <Card title={`${settingsText.villages} ${villages.length}`}>
        <ul className="plain-list">
          {villages.map((village) => (
            <li key={village.id} className="line">
              {village.name}{' '}
              {village.aliases.length > 0 && (
                <span className="quiet">
                  {settingsText.aliases}：{village.aliases.join('、')}
                </span>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}

function StationForm({ station }: { station: Station }) {
  const may = useMay()
  const settings = station.settings as { residentNotice?: string; firstAnswerMinutes?: number }
  const save = useDeed(
    ({ residentNotice, firstAnswerMinutes, quietFrom, quietUntil, broadcastCap, ...fields }: Fields) =>
      changeStation({
        ...fields,
        settings: {
          ...(residentNotice ? { residentNotice } : {}),
          ...(firstAnswerMinutes ? { firstAnswerMinutes } : {}),
          ...(quietFrom ? { quietFrom } : {}),
          ...(quietUntil ? { quietUntil } : {}),
          ...(broadcastCap ? { broadcastCap } : {}),
        },
      }),
    { said: commonText.saved, touches: [['station'], ['session']] },
  )
  return (
    <Card title={`${station.name} ${station.code}`}>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        disabled={!may('station.configure')}
        initialValues={{
          quietFrom: '21:00',
          quietUntil: '07:00',
          broadcastCap: 'month',
          ...station,
          ...settings,
        }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <div className="two-columns">
          <Form.Item name="name" label={sessionText.stationName} rules={[{ required: true }]}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="phone" label={sessionText.stationPhone}>
            <Input maxLength={30} inputMode="tel" />
          </Form.Item>
        </div>
        <Form.Item name="address" label={settingsText.address}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="residentNotice" label={settingsText.notice}>
          <Input.TextArea maxLength={200} showCount rows={2} />
        </Form.Item>
        <Form.Item name="firstAnswerMinutes" label={settingsText.firstAnswer}>
          <InputNumber min={1} max={1440} placeholder="15" />
        </Form.Item>
        <div className="two-columns">
          <Form.Item name="quietFrom" label={broadcastText.quietFrom}>
            <Input type="time" />
          </Form.Item>
          <Form.Item name="quietUntil" label={broadcastText.quietTo}>
            <Input type="time" />
          </Form.Item>
        </div>
        <Form.Item name="broadcastCap" label={broadcastText.cap}>
          <Select options={caps.map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        {may('station.configure') && (
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {commonText.save}
          </Button>
        )}
      </Form>
    </Card>
  )
}
