import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { listGroups } from '../../api/groups.ts'
import {
  markGroupAnswered,
  markGroupAsking,
  type RumourDetail,
  type RumourGroup,
  takeBackGroup,
} from '../../api/rumours.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { answerWords, rumourText } from '../../ui/text/workbench/rumours.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDebounced } from '../ui/use-debounced.ts'
import { useDeed } from '../ui/use-deed.ts'
import { answerTone } from './stage-tone.ts'

/** Which groups ask, by village, who waits longest first; she ticks those into which she put the reply. */
export function GroupsCard({ data: { rumour, groups } }: { data: RumourDetail }) {
  const may = useMay()
  const touches = [['rumours'], ['rumour', rumour.id]]
  const asks = useDeed((groupId: string) => markGroupAsking(rumour.id, groupId), {
    said: rumourText.marked,
    touches,
  })
  const villages = [...new Set(groups.map(({ villageName }) => villageName))]
  return (
    <Card title={rumourText.groups}>
      <p className="quiet gap-below">{rumourText.groupsHint}</p>
      {may('rumours.write') && (
        <GroupChooser
          taken={groups.filter(({ askedAt }) => askedAt).map(({ groupId }) => groupId)}
          busy={asks.isPending}
          onChoose={(groupId) => asks.mutate(groupId)}
        />
      )}
      {groups.length === 0 && <p className="quiet gap-above">{rumourText.noGroups}</p>}
      {villages.map((village) => (
        <section key={village}>
          <h3 className="rumour-village">{village ?? commonText.unknownVillage}</h3>
          {groups
            .filter(({ villageName }) => villageName === village)
            .map((group) => (
              <GroupRow key={group.groupId} rumour={rumour} group={group} touches={touches} />
            ))}
        </section>
      ))}
    </Card>
  )
}

function GroupRow(props: { rumour: RumourDetail['rumour']; group: RumourGroup; touches: string[][] }) {
  const { rumour, group, touches } = props
  const may = useMay()
  const answered = useDeed((version: number) => markGroupAnswered(rumour.id, group.groupId, version), {
    said: rumourText.marked,
    touches,
  })
  const asksAgain = useDeed(() => markGroupAsking(rumour.id, group.groupId), {
    said: rumourText.marked,
    touches,
  })
  const back = useDeed(() => takeBackGroup(rumour.id, group.groupId), { said: rumourText.takenBack, touches })
  const last = group.answers.at(-1)
  const version = rumour.currentVersion
  return (
    <div className="rumour-group">
      <div className="spread">
        <b>{group.name}</b>
        <DotTag tone={answerTone[group.state]}>{answerWords[group.state]}</DotTag>
      </div>
      <div className="quiet">
        {group.askedAt ? rumourText.asksSince(momentText(group.askedAt)) : rumourText.neverAsked}
        {last && ` · ${rumourText.answeredBy(last.by.name, momentText(last.at), last.version)}`}
      </div>
      {may('rumours.write') && (
        <div className="button-row">
          {group.state !== 'answered' && (
            <Button
              size="small"
              type="primary"
              disabled={version === null}
              loading={answered.isPending}
              aria-label={`${rumourText.answeredHere} ${group.name}`}
              onClick={() => version !== null && answered.mutate(version)}
            >
              {rumourText.answeredHere}
            </Button>
          )}
          {group.state === 'answered' && (
            <Button
              size="small"
              loading={asksAgain.isPending}
              aria-label={`${rumourText.asksAgain} ${group.name}`}
              onClick={() => asksAgain.mutate()}
            >
              {rumourText.asksAgain}
            </Button>
          )}
          <Button
            size="small"
            type="text"
            loading={back.isPending}
            aria-label={`${rumourText.takeBack} ${group.name}`}
            onClick={() => back.mutate()}
          >
            {rumourText.takeBack}
          </Button>
        </div>
      )}
    </div>
  )
}

function GroupChooser(props: { taken: string[]; busy: boolean; onChoose: (groupId: string) => void }) {
  const [text, setText] = useState('')
  const query = useDebounced(text.trim(), 250)
  const { data, isFetching } = useQuery({
    queryKey: ['chat-groups', 'choose', query],
    queryFn: ({ signal }) => listGroups({ state: 'live', limit: 50, query: query || undefined }, signal),
  })
  return (
    <Select
      className="wide"
      style={{ width: '100%' }}
      value={null}
      loading={isFetching || props.busy}
      aria-label={rumourText.groupAsks}
      placeholder={`${rumourText.groupAsks}：${rumourText.chooseGroup}`}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(groupId: string | null) => groupId && props.onChoose(groupId)}
      options={(data?.items ?? [])
        .filter(({ id }) => !props.taken.includes(id))
        .map(({ id, name, villageName }) => ({
          value: id,
          label: `${name} · ${villageName ?? commonText.unknownVillage}`,
        }))}
    />
  )
}
