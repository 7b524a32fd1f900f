import { EnvironmentOutlined, LinkOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Message } from '../../api/inbox.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { wechatText } from '../../ui/text/workbench/wechat.ts'
import { useVillagesInUse } from '../officers/use-me.ts'
import { readForward, readPlace } from './read-kinds.ts'

const PlaceMap = lazy(async () => ({ default: (await import('../ui/place-map.tsx')).PlaceMap }))

/** A message that only says what hangs below it, with or without its name. */
const onlyNames = /^［(?:照片|语音|视频|文件)］(.*)$/

/** The words of a message; of those kinds of WeChat that are more than words, in the shape of what they are. */
export function MessageBody({ message }: { message: Message }) {
  const { body, files } = message
  const named = onlyNames.exec(body)?.[1]
  if (!body || (files[0] && (named === '' || named === files[0].name))) return null
  const forward = readForward(body)
  if (forward)
    return (
      <div className="forwarded">
        <p className="quiet">{wechatText.forwarded(forward.title)}</p>
        {forward.lines.map(({ speaker, when, words }, index) => (
          <p key={index} className="bubble-body">
            <b>{speaker}</b> <span className="quiet">{when}</span>
            <br />
            {words}
          </p>
        ))}
      </div>
    )
  const place = readPlace(body)
  if (place) return <Place {...place} />
  if (body.startsWith('［链接］'))
    return (
      <p className="bubble-body">
        <LinkOutlined /> {body.slice('［链接］'.length)}
        {/* Not to be opened with one tap: what is forwarded to the police is often a fraud's. */}
        <span className="quiet link-note">{wechatText.linkNote}</span>
      </p>
    )
  return <p className="bubble-body">{body}</p>
}

function Place({ words, latitude, longitude }: NonNullable<ReturnType<typeof readPlace>>) {
  const villages = useVillagesInUse()
  const [shown, setShown] = useState(false)
  return (
    <>
      <p className="bubble-body">
        <EnvironmentOutlined /> {words}
      </p>
      {shown ? (
        <Suspense fallback={<div className="map" />}>
          <PlaceMap
            villages={villages}
            point={{ latitude, longitude }}
            onSet={undefined}
            failed={caseText.mapFailed}
          />
        </Suspense>
      ) : (
        <Button size="small" onClick={() => setShown(true)}>
          {wechatText.onMap}
        </Button>
      )}
    </>
  )
}
