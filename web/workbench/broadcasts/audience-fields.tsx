import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { type BroadcastContent, listAudienceOptions } from '../../api/broadcasts.ts'
import { broadcastText, needName } from '../../ui/text/workbench/broadcasts.ts'
import { useMe, useVillages } from '../officers/use-me.ts'
import { VillagesSelect } from '../ui/villages-select.tsx'

type Audience = BroadcastContent['audience']

/** To whom: villages, 组, chats, tags, needs, languages; what is left empty does not narrow. */
export function AudienceFields(props: {
  channels: BroadcastContent['channels']
  value: Audience
  onChange: (audience: Audience) => void
}) {
  const { value, onChange, channels } = props
  const me = useMe()
  const villages = useVillages()
  const own = me.scope === 'villages'
  const { data, isPending } = useQuery({
    queryKey: ['broadcasts', 'options'],
    queryFn: listAudienceOptions,
    staleTime: 300_000,
  })
  const set = (fields: Partial<Audience>) => onChange({ ...value, ...fields })
  const meant = (villageId: string | null) =>
    value.villageIds === null || (villageId !== null && value.villageIds.includes(villageId))
  const nameOf = (id: string | null) => villages.find((village) => village.id === id)?.name ?? ''
  const setVillages = (ids: string[]) => {
    const villageIds = ids.length > 0 ? ids : own ? me.villageIds : null
    const stays = (id: string | null) => villageIds === null || (id !== null && villageIds.includes(id))
    const chats = value.groupIds?.filter((id) =>
      stays(data?.groups.find((each) => each.id === id)?.villageId ?? null),
    )
    set({
      villageIds,
      villageGroups: value.villageGroups.filter(({ villageId }) => stays(villageId)),
      groupIds: chats && chats.length > 0 ? chats : null,
    })
  }
  const placeOf = ({ villageId, name }: { villageId: string; name: string }) => `${villageId} ${name}`
  const groups = data?.groups.filter(({ villageId }) => meant(villageId)) ?? []
  const places = data?.villageGroups.filter(({ villageId }) => meant(villageId)) ?? []
  return (
    <div className="broadcast-fields">
      <Field label={broadcastText.villages} names="broadcast-villages">
        <VillagesSelect
          id="broadcast-villages"
          value={value.villageIds ?? []}
          onChange={setVillages}
          placeholder={own ? broadcastText.ownVillages : broadcastText.wholeTown}
        />
      </Field>
      {places.length > 0 && (
        <Field label={broadcastText.villageGroups}>
          <Many
            label={broadcastText.villageGroups}
            placeholder={broadcastText.allVillageGroups}
            value={value.villageGroups.map(placeOf)}
            options={places.map((place) => ({
              value: placeOf(place),
              label: `${nameOf(place.villageId)} ${place.name}`,
            }))}
            onChange={(chosen) =>
              set({
                villageGroups: places
                  .filter((place) => chosen.includes(placeOf(place)))
                  .map(({ villageId, name }) => ({ villageId, name })),
              })
            }
          />
        </Field>
      )}
      {channels.includes('groups') && (
        <Field label={broadcastText.groups}>
          <Many
            label={broadcastText.groups}
            placeholder={broadcastText.allGroups}
            busy={isPending}
            value={value.groupIds ?? []}
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(ids) => set({ groupIds: ids.length > 0 ? ids : null })}
          />
        </Field>
      )}
      {(channels.includes('contacts') || channels.includes('moments')) && (
        <>
          <Field label={broadcastText.tags}>
            <Many
              label={broadcastText.tags}
              placeholder={broadcastText.anybody}
              busy={isPending}
              value={value.tagIds}
              options={data?.tags.map(({ id, name, groupName }) => ({
                value: id,
                label: groupName ? `${groupName} · ${name}` : name,
              }))}
              onChange={(tagIds) => set({ tagIds })}
            />
          </Field>
          {wordsField('needs')}
          {wordsField('languages')}
          <p className="quiet">
            {channels.includes('moments') ? broadcastText.momentsTags : broadcastText.peopleOnly}
          </p>
        </>
      )}
    </div>
  )

  function wordsField(name: 'needs' | 'languages'): ReactNode {
    const known = data?.[name] ?? []
    if (known.length === 0 && value[name].length === 0) return null
    return (
      <Field label={broadcastText[name]}>
        <Many
          label={broadcastText[name]}
          placeholder={broadcastText.anybody}
          value={value[name]}
          options={known.map((each) => ({
            value: each.name,
            label: `${needName(each.name)}（${each.people}）`,
          }))}
          onChange={(chosen) => set({ [name]: chosen })}
        />
      </Field>
    )
  }
}

/** A field under its name; `names` is the id of what has no name of its own. */
export function Field(props: { label: ReactNode; names?: string; gap?: boolean; children: ReactNode }) {
  const { label, names, gap, children } = props
  return (
    <div className={`broadcast-field ${gap ? 'gap-above' : ''}`}>
      {names ? (
        <label className="broadcast-label" htmlFor={names}>
          {label}
        </label>
      ) : (
        <span className="broadcast-label">{label}</span>
      )}
      {children}
    </div>
  )
}

function Many(props: {
  label: string
  placeholder: string
  value: string[]
  options: { value: string; label: string }[] | undefined
  onChange: (values: string[]) => void
  busy?: boolean
}) {
  return (
    <Select
      mode="multiple"
      allowClear
      aria-label={props.label}
      placeholder={props.placeholder}
      loading={props.busy ?? false}
      value={props.value}
      options={props.options ?? []}
      onChange={props.onChange}
      showSearch={{ optionFilterProp: 'label' }}
    />
  )
}
