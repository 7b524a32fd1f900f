import { useCallback, useEffect, useState } from 'react'
import { type CasePage, listCases } from '../../api/cases.ts'
import type { Village } from '../../api/officers.ts'
import { listForGroup } from '../../api/rumours.ts'
import { showSidebarGroup } from '../../api/sidebar.ts'
import { everybody, sidebarText } from '../../ui/text/sidebar.ts'
import type { Chat } from '../client/chat.ts'
import { Actions } from '../deeds/actions.tsx'
import { GroupRumours } from '../rumours/group-rumours.tsx'
import { ScriptPanel } from '../scripts/script-panel.tsx'
import { Failure, Show, Skeleton } from '../shell/load-state.tsx'
import { useFresh } from '../shell/use-fresh.ts'
import { type Loaded, useLoaded } from '../shell/use-loaded.ts'
import { AtHandContext } from './at-hand.ts'
import { CaseRow } from './matters.tsx'
import { useSituations } from './situations.ts'

type Props = { chat: Chat; facts: Readonly<Record<string, string>>; villages: Village[] }

const mostCases = 3
/** A time is booked with somebody, and a group is nobody. */
const forGroup = ['case', 'papers'] as const

/** Beside a group of customers: what it has to hear, what is open in its village, and scripts. Whose matter it is that is talked of, only the officer knows. */
export function GroupPage({ chat, facts, villages }: Props) {
  const [words, setWords] = useState('')
  const situations = useSituations()
  const [chosen, setChosen] = useState<string | null>(null)
  const group = useLoaded(`group ${chat.id}`, () => showSidebarGroup(chat.id))
  const { data, error, reload } = group
  useEffect(() => {
    document.title = data?.name || sidebarText.title
  }, [data])
  const only = villages.length === 1 ? villages[0]!.id : ''
  const villageId = chosen ?? data?.villageId ?? only
  const cases = useLoaded(villageId ? `cases of village ${villageId}` : '', () =>
    listCases({ villageId, status: 'open', sort: 'due', limit: mostCases }),
  )
  const rumours = useLoaded(data ? `rumours of group ${data.id}` : '', () => listForGroup(data!.id))
  const { reload: reloadCases } = cases
  const { reload: reloadRumours } = rumours
  const reloadAll = useCallback(async () => {
    await Promise.all([reload(), reloadCases(), reloadRumours()])
  }, [reload, reloadCases, reloadRumours])
  useFresh(reloadAll)
  const unknown = error?.code === 'not_found'
  if (!data && !unknown)
    return (
      <main className="page">
        {error ? <Failure message={error.message} retry={() => void reload()} /> : <Skeleton />}
      </main>
    )
  const village = villages.find(({ id }) => id === villageId)
  return (
    <AtHandContext
      value={{
        chat,
        person: null,
        villageId: villageId || null,
        // Nobody's name stands for all of a group.
        facts: { ...facts, 居民称呼: everybody, ...(village ? { 村名: village.name } : {}) },
        words,
        setWords,
        situations,
        reload: reloadAll,
      }}
    >
      <Actions of={forGroup}>
        <header className="who">
          <h1>{data?.name || sidebarText.group}</h1>
          {data ? null : <p>{sidebarText.groupUnknown}</p>}
          {data && !data.villageId ? <p>{sidebarText.groupUnplaced}</p> : null}
          <p className="soft">{sidebarText.groupHint}</p>
          <p className="facts">
            {data ? <a href={`/workbench/wechat/groups/${data.id}`}>{sidebarText.groupPage} ›</a> : null}
            <a href="/workbench/rumours">{sidebarText.rumourDesk} ›</a>
            <a href="/workbench/capture">{sidebarText.capture} ›</a>
          </p>
        </header>
        {data ? <GroupRumours groupId={data.id} rumours={rumours} /> : null}
        <label>
          {sidebarText.whichVillage}
          <select value={villageId} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{sidebarText.allVillages}</option>
            {villages.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {villageId ? <VillageCases cases={cases} villageId={villageId} /> : null}
        <ScriptPanel />
      </Actions>
    </AtHandContext>
  )
}

/** The village's open cases, soonest deadline first: is what they ask about on its way already? */
function VillageCases({ cases, villageId }: { cases: Loaded<CasePage>; villageId: string }) {
  return (
    <section aria-labelledby="matters">
      <h2 id="matters">{sidebarText.villageCases}</h2>
      <Show of={cases}>
        {({ items, total = items.length }) => (
          <ul className="rows">
            {items.map((item) => (
              <CaseRow key={item.id} item={item} />
            ))}
            {total > items.length ? (
              <li>
                <a href={`/workbench/cases?village=${villageId}`}>
                  {sidebarText.moreCases(total - items.length)} ›
                </a>
              </li>
            ) : null}
            {total === 0 ? <li className="card empty">{sidebarText.nothingOpen}</li> : null}
          </ul>
        )}
      </Show>
    </section>
  )
}
