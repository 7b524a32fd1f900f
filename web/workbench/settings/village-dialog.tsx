import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { addVillage, changeVillage, type Village } from '../../api/officers.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { villageText } from '../../ui/text/workbench/villages.ts'
import { useVillagesInUse } from '../officers/use-me.ts'
import { useDeed } from '../ui/use-deed.ts'

const PlaceMap = lazy(async () => ({ default: (await import('../ui/place-map.tsx')).PlaceMap }))

type Fields = {
  code: string
  name: string
  aliases: string[]
  latitude: number | null
  longitude: number | null
}

/** A metre or so; a tap says no more. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** Names a village and sets it on the map, with a tap or by its degrees. */
export function VillageDialog({ village, onClose }: { village?: Village; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const others = useVillagesInUse()
  // The one being placed is the red point.
  const drawn = useMemo(() => others.filter(({ id }) => id !== village?.id), [others, village?.id])
  const latitude = Form.useWatch('latitude', form)
  const longitude = Form.useWatch('longitude', form)
  const point = useMemo(
    () => (typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null),
    [latitude, longitude],
  )
  const save = useDeed(
    ({ code, ...fields }: Fields) =>
      village ? changeVillage(village.id, fields) : addVillage({ code, ...fields }),
    { said: commonText.saved, touches: [['villages']], onDone: onClose },
  )
  const degrees = (field: 'latitude' | 'longitude', label: string, most: number) => (
    <Form.Item
      name={field}
      label={label}
      dependencies={['latitude', 'longitude']}
      rules={[
        ({ getFieldValue }) => ({
          validator: async () => {
            const given = ['latitude', 'longitude'].map((each) => typeof getFieldValue(each) === 'number')
            if (given[0] !== given[1]) throw new Error(villageText.bothDegrees)
          },
        }),
      ]}
    >
      <InputNumber min={-most} max={most} precision={5} controls={false} className="full" />
    </Form.Item>
  )
  return (
    <Modal
      open
      title={village?.name ?? villageText.add}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ aliases: [], latitude: null, longitude: null, ...village }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item
          name="name"
          label={villageText.name}
          rules={[{ required: true, whitespace: true, message: commonText.required }]}
        >
          <Input maxLength={30} autoFocus={!village} />
        </Form.Item>
        <Form.Item
          name="code"
          label={villageText.code}
          extra={villageText.codeHint}
          rules={[{ required: true, pattern: /^[0-9A-Za-z-]{1,20}$/, message: villageText.codeRule }]}
        >
          <Input disabled={!!village} maxLength={20} autoCapitalize="none" />
        </Form.Item>
        <Form.Item name="aliases" label={villageText.aliases} extra={villageText.aliasHint}>
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            maxCount={20}
            tokenSeparators={['、', '，', ',', ' ']}
          />
        </Form.Item>
        <h3>{villageText.place}</h3>
        <p className="quiet gap-below">{villageText.placeHint}</p>
        <Suspense fallback={<div className="map" />}>
          <PlaceMap
            villages={drawn}
            point={point}
            onSet={(north, east) =>
              form.setFieldsValue({ latitude: rounded(north), longitude: rounded(east) })
            }
            failed={caseText.mapFailed}
          />
        </Suspense>
        <div className="two-columns gap-above">
          {degrees('latitude', villageText.latitude, 90)}
          {degrees('longitude', villageText.longitude, 180)}
        </div>
      </Form>
    </Modal>
  )
}
