import { PictureOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Segmented } from 'antd'
import { byteLength, mostBytes, writeBroadcastText } from '../../../contract/broadcast-text.ts'
import type { StationSettings } from '../../../contract/officers.ts'
import { broadcastChannels, broadcastKinds, broadcastUrgencies } from '../../../contract/vocabulary.ts'
import type { Broadcast, BroadcastContent } from '../../api/broadcasts.ts'
import { readStation } from '../../api/officers.ts'
import {
  aboutWords,
  broadcastText,
  channelWords,
  kindWords,
  urgencyWords,
} from '../../ui/text/workbench/broadcasts.ts'
import { useMe } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { PhotoStrip } from '../ui/photo-strip.tsx'
import { usePhotos } from '../ui/use-photos.ts'
import { WhenField } from '../ui/when-field.tsx'
import { AudienceFields, Field } from './audience-fields.tsx'
import { noNumber } from './previews.tsx'
import type { Draft } from './use-draft.ts'

/** What is said, how it goes out, to whom and when. */
export function ComposeFields(props: { draft: Draft; stands: boolean; about: Broadcast['about'] }) {
  const { content, change } = props.draft
  const me = useMe()
  const station = useQuery({ queryKey: ['station'], queryFn: readStation, staleTime: 300_000 })
  const { quietFrom = '21:00', quietUntil = '07:00' } = (station.data?.settings ?? {}) as StationSettings
  const channels = broadcastChannels.filter((channel) => channel !== 'moments' || me.scope !== 'villages')
  return (
    <>
      <Card>
        <div className="broadcast-fields">
          <div className="two-choices">
            <Field label={broadcastText.kind}>
              <Segmented
                disabled={props.stands}
                value={content.kind}
                onChange={(kind) => change({ kind })}
                options={broadcastKinds.map((value) => ({ value, label: kindWords[value] }))}
              />
            </Field>
            <Field label={broadcastText.urgency}>
              <Segmented
                disabled={props.stands}
                value={content.urgency}
                onChange={(urgency) => change({ urgency })}
                options={broadcastUrgencies.map((value) => ({ value, label: urgencyWords[value] }))}
              />
            </Field>
          </div>
          {props.stands ? (
            <p className="quiet">{broadcastText.kindStands}</p>
          ) : (
            content.urgency === 'emergency' && <p className="quiet">{broadcastText.emergencyHint}</p>
          )}
          <Texts draft={props.draft} about={props.about} />
        </div>
      </Card>
      <Card title={broadcastText.channels}>
        <Checkbox.Group
          disabled={props.about !== null}
          value={content.channels}
          onChange={(chosen) => change({ channels: channels.filter((channel) => chosen.includes(channel)) })}
          options={channels.map((value) => ({ value, label: channelWords[value] }))}
        />
        <p className="quiet gap-above">{broadcastText.channelsHint}</p>
        {content.channels.includes('loudspeaker') && (
          <Field label={broadcastText.spoken} gap>
            <Input.TextArea
              aria-label={broadcastText.spoken}
              placeholder={broadcastText.spokenHint}
              value={content.spoken}
              maxLength={500}
              rows={3}
              onChange={(event) => change({ spoken: event.target.value })}
            />
          </Field>
        )}
      </Card>
      <Card title={broadcastText.audience}>
        {props.about ? (
          <p>
            {broadcastText.aboutIt(aboutWords[props.about.how], props.about.number)}。
            {broadcastText.sameAudience}
          </p>
        ) : (
          <AudienceFields
            channels={content.channels}
            value={content.audience}
            onChange={(audience) => change({ audience })}
          />
        )}
      </Card>
      <Card title={broadcastText.when}>
        <WhenField
          label={broadcastText.when}
          now={broadcastText.asSoon}
          value={content.sendAt ?? ''}
          onChange={(at) => change({ sendAt: at ? wholeMinute(at) : null })}
        />
        {content.channels.includes('page') && (
          <div className="gap-above">
            <WhenField
              label={broadcastText.shownUntil}
              now={broadcastText.aWeek}
              value={content.shownUntil ?? ''}
              onChange={(at) => change({ shownUntil: at ? wholeMinute(at) : null })}
            />
          </div>
        )}
        {content.urgency !== 'emergency' && (
          <p className="quiet gap-above">{broadcastText.quietHint(quietFrom, quietUntil)}</p>
        )}
      </Card>
    </>
  )
}

const wholeMinute = (at: string) => new Date(Math.ceil(Date.parse(at) / 60_000) * 60_000).toISOString()

function Texts({ draft: { content, change }, about }: { draft: Draft; about: Broadcast['about'] }) {
  const me = useMe()
  const photos = usePhotos(
    content.fileIds.map(asPhoto),
    (files) => change({ fileIds: files.map(({ id }) => id) }),
    'image/jpeg,image/png,image/webp',
  )
  const whole = writeBroadcastText({
    ...content,
    number: noNumber,
    aboutHow: about?.how ?? null,
    stationName: me.station.name,
  })
  const bytes = byteLength(whole)
  return (
    <>
      <Field label={broadcastText.heading}>
        <Input
          aria-label={broadcastText.heading}
          placeholder={broadcastText.headingHint}
          value={content.title}
          maxLength={60}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Field>
      <Field label={broadcastText.body}>
        <Input.TextArea
          aria-label={broadcastText.body}
          placeholder={broadcastText.bodyHint}
          value={content.body}
          maxLength={4000}
          rows={7}
          onPaste={photos.paste}
          onChange={(event) => change({ body: event.target.value })}
        />
        <span
          className={bytes > mostBytes ? 'too-long' : 'quiet'}
          role={bytes > mostBytes ? 'alert' : undefined}
        >
          {broadcastText.length([...content.body].length, bytes, mostBytes)}
        </span>
      </Field>
      <div>
        <Button icon={<PictureOutlined />} onClick={photos.choose} disabled={content.fileIds.length >= 9}>
          {broadcastText.addPictures}
        </Button>
        <PhotoStrip photos={photos} />
      </div>
    </>
  )
}

const asPhoto = (id: BroadcastContent['fileIds'][number]) =>
  ({ id, kind: 'photo', mediaType: 'image/jpeg', width: null, height: null, seconds: null }) as const
