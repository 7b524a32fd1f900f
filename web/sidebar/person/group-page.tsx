import { useEffect, useState } from 'react'
import type { Village } from '../../api/officers.ts'
import { showSidebarGroup } from '../../api/sidebar.ts'
import { everybody, sidebarText } from '../../ui/text/sidebar.ts'
import type { Chat } from '../client/chat.ts'
import { ScriptPanel } from '../scripts/script-panel.tsx'
import { Failure, Skeleton } from '../shell/load-state.tsx'
import { useLoaded } from '../shell/use-loaded.ts'
import { AtHandContext } from './at-hand.ts'

type Props = { chat: Chat; facts: Readonly<Record<string, string>>; villages: Village[] }

/** Beside a group of customers: scripts of its village. Whose matter it is that is talked of, only the officer knows. */
export function GroupPage({ chat, facts, villages }: Props) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const group = useLoaded(`group ${chat.id}`, () => showSidebarGroup(chat.id))
  const { data, error, reload } = group
  useEffect(() => {
    document.title = data?.name || sidebarText.title
  }, [data])
  const unknown = error?.code === 'not_found'
  if (!data && !unknown)
    return (
      <main className="page">
        {error ? <Failure message={error.message} retry={() => void reload()} /> : <Skeleton />}
      </main>
    )
  const only = villages.length === 1 ? villages[0]!.id : ''
  const villageId = chosen ?? data?.villageId ?? only
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
        reload,
      }}
    >
      <main className="page">
        <header className="who">
          <h1>{data?.name || sidebarText.group}</h1>
          {data ? null : <p>{sidebarText.groupUnknown}</p>}
          {data && !data.villageId ? <p>{sidebarText.groupUnplaced}</p> : null}
          <p className="soft">{sidebarText.groupHint}</p>
          <p className="facts">
            {data ? <a href={`/workbench/wechat/groups/${data.id}`}>{sidebarText.groupPage} ›</a> : null}
            <a href="/workbench/capture">{sidebarText.capture} ›</a>
          </p>
        </header>
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
        <ScriptPanel />
      </main>
    </AtHandContext>
  )
}
