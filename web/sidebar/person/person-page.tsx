import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { showSidebarPerson } from '../../api/sidebar.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import type { Chat } from '../client/chat.ts'
import { Actions } from '../deeds/actions.tsx'
import { sayings } from '../scripts/sayings.ts'
import { ScriptPanel } from '../scripts/script-panel.tsx'
import { Unsaved } from '../scripts/unsaved.tsx'
import { Failure, Skeleton } from '../shell/load-state.tsx'
import { useFresh } from '../shell/use-fresh.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { type AtHand, AtHandContext } from './at-hand.ts'
import { Matters, readRunning } from './matters.tsx'
import { PaidClock } from './paid-clock.tsx'
import { PersonHead } from './person-head.tsx'
import { useSituations } from './situations.ts'

type Props = { chat: Chat; facts: Readonly<Record<string, string>> }

/** Beside a chat with one person. */
export function PersonPage({ chat, facts }: Props) {
  const [words, setWords] = useState('')
  const situations = useSituations()
  const person = useLoaded(`person ${chat.id}`, () => showSidebarPerson(chat.id))
  const { data, error } = person
  const running = useLoaded(data ? `running ${data.contact.id}` : '', () => readRunning(data!.contact.id))
  const { reload: reloadPerson } = person
  const { reload: reloadRunning } = running
  const reload = useCallback(async () => {
    await Promise.all([reloadPerson(), reloadRunning()])
  }, [reloadPerson, reloadRunning])
  useFresh(reload)
  useEffect(() => {
    document.title = `${data?.contact.name || sidebarText.title}`
  }, [data])
  if (!data && error && error.code !== 'not_found')
    return (
      <main className="page">
        <Failure message={error.message} retry={() => void reload()} />
      </main>
    )
  if (!data && !error)
    return (
      <main className="page">
        <Skeleton />
      </main>
    )
  const atHand: AtHand = {
    chat,
    person: data ?? null,
    villageId: data ? (data.conversation?.villageId ?? data.contact.villageId) : null,
    facts: data ? { ...facts, ...data.facts } : facts,
    words,
    setWords,
    situations,
    reload,
  }
  return (
    <AtHandContext value={atHand}>
      {data ? (
        <Actions>
          <PersonHead person={data} />
          <PaidClock since={data.paidSaidAt} />
          <Matters conversation={data.conversation} running={running} />
          <Talk />
        </Actions>
      ) : (
        <main className="page">
          <h1>{sidebarText.unknownPerson}</h1>
          <p className="soft">{sidebarText.unknownPersonHint}</p>
          <button type="button" className="button outline" onClick={() => void reload()}>
            {sidebarText.refresh}
          </button>
          <Talk />
        </main>
      )}
    </AtHandContext>
  )
}

function Talk(): ReactNode {
  return (
    <>
      <Unsaved of={sayings} words={({ body }) => body} />
      <ScriptPanel />
    </>
  )
}
