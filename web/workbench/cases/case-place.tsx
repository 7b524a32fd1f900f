import { EnvironmentOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Case } from '../../api/cases.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { useVillagesInUse } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { useCaseChange } from './use-case-change.ts'

const PlaceMap = lazy(async () => ({ default: (await import('../ui/place-map.tsx')).PlaceMap }))

/** Where it happened: the words, and a point on the map of the villages, set with a tap. */
export function CasePlace({ data, readOnly }: { data: Case; readOnly: boolean }) {
  const villages = useVillagesInUse()
  const change = useCaseChange(data)
  const [shown, setShown] = useState(data.latitude !== null)
  const set = (latitude: number, longitude: number) => change.mutate({ latitude, longitude })
  const point =
    data.latitude !== null && data.longitude !== null
      ? { latitude: data.latitude, longitude: data.longitude }
      : null
  return (
    <Card title={caseText.place}>
      {data.place && <p>{data.place}</p>}
      {shown ? (
        <Suspense fallback={<div className="map" />}>
          <PlaceMap
            villages={villages}
            point={point}
            onSet={readOnly ? undefined : set}
            failed={caseText.mapFailed}
          />
        </Suspense>
      ) : (
        <Button icon={<EnvironmentOutlined />} onClick={() => setShown(true)}>
          {caseText.mapTitle}
        </Button>
      )}
      {shown && !readOnly && (
        <div className="spread">
          <span className="quiet">{caseText.mapSet}</span>
          <Button
            size="small"
            type="text"
            onClick={() =>
              navigator.geolocation?.getCurrentPosition(({ coords }) =>
                set(coords.latitude, coords.longitude),
              )
            }
          >
            {caseText.mapHere}
          </Button>
        </div>
      )}
    </Card>
  )
}
