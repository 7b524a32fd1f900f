import { useState } from 'react'
import type { Village } from '../../api/officers.ts'
import { everybody, sidebarText } from '../../ui/text/sidebar.ts'
import type { Chat } from '../client/chat.ts'
import { ScriptPanel } from '../scripts/script-panel.tsx'
import { AtHandContext } from './at-hand.ts'

type Props = { chat: Chat; facts: Readonly<Record<string, string>>; villages: Village[] }

/** Beside a group of customers: scripts of its village; whose matter it is, nobody can say for the officer. */
export function GroupPage({ chat, facts, villages }: Props) {
  const [words, setWords] = useState('')
  const [villageId, setVillageId] = useState(villages.length === 1 ? villages[0]!.id : '')
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
        reload: async () => {},
      }}
    >
      <main className="page">
        <header className="who">
          <h1>{sidebarText.group}</h1>
          <p className="soft">{sidebarText.groupHint}</p>
          <p className="facts">
            <a href="/workbench/capture">{sidebarText.capture} ›</a>
          </p>
        </header>
        <label>
          {sidebarText.whichVillage}
          <select value={villageId} onChange={(event) => setVillageId(event.target.value)}>
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
