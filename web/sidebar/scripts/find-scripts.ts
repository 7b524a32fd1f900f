import { useEffect, useReducer, useRef } from 'react'
import type { Library } from '../../../contract/vocabulary.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { suggestScripts } from '../../api/inbox.ts'
import { listScripts, suggestForWords } from '../../api/scripts.ts'
import type { AtHand } from '../person/at-hand.ts'
import type { ShownScript } from './script-card.tsx'

export type Asked = { text: string; library: Library | '' }
export type Found = { items: ShownScript[]; next: string | null }

const mostAtOnce = 20
const typingMs = 300

/**
 * Scripts for what is asked: words looked for, a library, else what fits the pasted words or the open matter. Asked
 * again when it has stood still for a moment; what was found stays on the screen until then.
 */
export function useScripts(atHand: AtHand, asked: Asked) {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const state = useRef<{ found?: Found; error?: ApiError; loading: boolean }>({ loading: true })
  const { person, villageId, words } = atHand
  const said = words.trim()
  const conversationId = person?.mayHandle ? person.conversation?.id : undefined
  const name = JSON.stringify([asked, villageId, asked.text || asked.library ? '' : said, conversationId])
  const load = async (signal?: AbortSignal, after?: string): Promise<Found> => {
    if (asked.text.trim() || asked.library) {
      const page = await listScripts(
        {
          state: 'usable',
          limit: mostAtOnce,
          ...(asked.text.trim() ? { text: asked.text.trim().slice(0, 40) } : {}),
          ...(asked.library ? { library: asked.library } : {}),
          ...(villageId ? { villageId } : {}),
          ...(after ? { after } : {}),
        },
        signal,
      )
      // Where nobody knows the village, only what holds for all of them.
      return { items: page.items.filter((each) => villageId || !each.villageIds), next: page.next }
    }
    const fitting = said
      ? (await suggestForWords(said.slice(0, 2000), villageId, signal)).items
      : conversationId
        ? await suggestScripts(conversationId)
        : []
    return { items: fitting.map((each) => ({ ...each, id: each.scriptId })), next: null }
  }
  const latest = useRef(load)
  latest.current = load
  const run = async (signal: AbortSignal, after?: string) => {
    state.current.loading = true
    redraw()
    try {
      const found = await latest.current(signal, after)
      if (signal.aborted) return
      const before = after ? (state.current.found?.items ?? []) : []
      state.current = { found: { ...found, items: [...before, ...found.items] }, loading: false }
    } catch (error) {
      if (signal.aborted) return
      const shown = error instanceof ApiError ? error : new ApiError('internal', String(error))
      state.current = { ...state.current, error: shown, loading: false }
    }
    redraw()
  }
  const running = useRef<AbortController>(undefined)
  const start = (after?: string) => {
    running.current?.abort()
    const control = new AbortController()
    running.current = control
    return run(control.signal, after)
  }
  const first = useRef(true)
  useEffect(() => {
    const waiting = setTimeout(() => void start(), first.current ? 0 : typingMs)
    first.current = false
    return () => {
      clearTimeout(waiting)
      running.current?.abort()
    }
  }, [name])
  return {
    ...state.current,
    retry: () => void start(),
    more: () => void start(state.current.found?.next ?? undefined),
  }
}
