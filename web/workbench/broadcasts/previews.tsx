import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { writeBroadcastText, writeLoudspeakerText } from '../../../contract/broadcast-text.ts'
import type { AboutHow, BroadcastChannel } from '../../../contract/vocabulary.ts'
import type { BroadcastContent } from '../../api/broadcasts.ts'
import { fileAddress } from '../../api/files.ts'
import { fileWords } from '../../ui/text/vocabulary.ts'
import { broadcastText, channelWords, kindWords } from '../../ui/text/workbench/broadcasts.ts'
import { useMe } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'

export type Shown = Pick<BroadcastContent, 'kind' | 'urgency' | 'title' | 'body' | 'spoken' | 'fileIds'> & {
  channels: BroadcastChannel[]
  number: string
  aboutHow: AboutHow | null
}

/** A number not yet given is as long as one that is. */
export const noNumber = '000000-0000'

/** The same text as each channel shows it, as wide as a phone. */
export function Previews({ shown }: { shown: Shown }) {
  const [chosen, setChosen] = useState<BroadcastChannel>('groups')
  const { channels } = shown
  const channel = channels.includes(chosen) ? chosen : channels[0]
  return (
    <Card title={broadcastText.preview} className="broadcast-preview">
      {channel === undefined ? (
        <p className="quiet">{broadcastText.noPreview}</p>
      ) : (
        <>
          {channels.length > 1 && (
            <Segmented
              value={channel}
              onChange={setChosen}
              options={channels.map((value) => ({ value, label: channelWords[value] }))}
            />
          )}
          <OnPhone channel={channel} shown={shown} />
        </>
      )}
    </Card>
  )
}

function OnPhone({ channel, shown }: { channel: BroadcastChannel; shown: Shown }) {
  const me = useMe()
  const stationName = me.station.name
  const text = writeBroadcastText({ ...shown, stationName })
  switch (channel) {
    case 'groups':
    case 'contacts':
      return (
        <div className="phone">
          <div className="phone-head">
            {channel === 'groups' ? broadcastText.groupOf(126) : broadcastText.officer}
          </div>
          <div className="phone-chat">
            <Said name={channel === 'groups' ? broadcastText.officer : ''}>
              <div className="bubble">{text}</div>
            </Said>
            {shown.fileIds.map((id) => (
              <Said key={id} name="">
                <img className="bubble-picture" src={fileAddress(id, 'thumb')} alt={fileWords.photo} />
              </Said>
            ))}
          </div>
        </div>
      )
    case 'moments':
      return (
        <div className="phone">
          <div className="phone-head">{channelWords.moments}</div>
          <div className="moment">
            <span className="avatar" aria-hidden />
            <div>
              <b className="moment-name">{broadcastText.officer}</b>
              <div className="as-typed">{text}</div>
              <Pictures ids={shown.fileIds} />
              <div className="quiet">{broadcastText.justNow}</div>
            </div>
          </div>
        </div>
      )
    case 'page':
      return (
        <div className="phone">
          <div className="phone-head">{stationName}</div>
          <article className={`page-notice ${shown.urgency}`}>
            <span className="quiet">
              {kindWords[shown.kind]} · {broadcastText.justNow}
            </span>
            <h3>{shown.title || broadcastText.noTitle}</h3>
            <p className="as-typed">{shown.body}</p>
            <Pictures ids={shown.fileIds} />
          </article>
        </div>
      )
    case 'loudspeaker':
      return (
        <>
          <div className="loudspeaker print-only-this">
            <h3>{channelWords.loudspeaker}</h3>
            <p className="as-typed">{writeLoudspeakerText(shown.spoken, stationName)}</p>
          </div>
          <Button className="gap-above" onClick={() => window.print()}>
            {broadcastText.printIt}
          </Button>
        </>
      )
  }
}

function Said(props: { name: string; children: React.ReactNode }) {
  return (
    <div className="said">
      <span className="avatar" aria-hidden />
      <div>
        {props.name && <div className="said-name">{props.name}</div>}
        {props.children}
      </div>
    </div>
  )
}

function Pictures({ ids }: { ids: string[] }) {
  if (ids.length === 0) return null
  return (
    <div className={`nine ${ids.length === 1 ? 'one' : ''}`}>
      {ids.map((id) => (
        <img key={id} src={fileAddress(id, 'thumb')} alt={fileWords.photo} />
      ))}
    </div>
  )
}
