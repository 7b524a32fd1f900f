import { useCallback, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { type BroadcastContent, draftBroadcast, saveDraft } from '../../api/broadcasts.ts'
import { clientKey } from '../../api/client-key.ts'
import { keep, readKept } from '../../ui/kept.ts'

export type Saved = { id: string; version: number; savedAt: string }
export type Draft = {
  content: BroadcastContent
  change: (fields: Partial<BroadcastContent>) => void
  undo: (() => void) | null
  saved: Saved | null
  state: 'clean' | 'waiting' | 'saving' | 'failed'
  problem: string
  /** What this device had kept came back. */
  wasKept: boolean
  /** Saves what is open and says where it stands; null when that failed. */
  flush: () => Promise<Saved | null>
}

const pauseMs = 900
const keyOf = (id: string | undefined) => `broadcast-draft-${id ?? 'new'}`

type Kept = { content: BroadcastContent; savedAt: string }

/** What is typed: kept on this device at once, on the server after a pause, one save after the other; every step can be undone. */
export function useDraft(
  first: BroadcastContent,
  stored: Saved | null,
  onBegun: (id: string) => void,
): Draft {
  const navigate = useNavigate()
  const [kept] = useState(() => readKept<Kept | null>(keyOf(stored?.id), null))
  const back = kept !== null && kept.savedAt === (stored?.savedAt ?? '')
  const [content, setContent] = useState(back ? kept.content : first)
  const [past, setPast] = useState<BroadcastContent[]>([])
  const [saved, setSaved] = useState(stored)
  const [state, setState] = useState<Draft['state']>(back ? 'waiting' : 'clean')
  const [problem, setProblem] = useState('')
  const latest = useRef({
    onBegun,
    content,
    saved,
    dirty: back,
    busy: null as Promise<unknown> | null,
    pushedAt: 0,
    newKey: clientKey(),
  })

  const put = (next: BroadcastContent) => {
    const now = latest.current
    now.content = next
    now.dirty = true
    keep(keyOf(now.saved?.id), { content: next, savedAt: now.saved?.savedAt ?? '' } satisfies Kept)
    setContent(next)
    setState('waiting')
  }
  const change = (fields: Partial<BroadcastContent>) => {
    const before = latest.current.content
    // Letters typed in one go are one step.
    if (Date.now() - latest.current.pushedAt > pauseMs) setPast((all) => [...all.slice(-49), before])
    latest.current.pushedAt = Date.now()
    put({ ...before, ...fields })
  }
  const undo = () => {
    const before = past.at(-1)
    if (!before) return
    setPast((all) => all.slice(0, -1))
    latest.current.pushedAt = 0
    put(before)
  }

  const flush = useCallback(async (): Promise<Saved | null> => {
    const now = latest.current
    while (now.busy) await now.busy.catch(() => null)
    if (!now.dirty) return now.saved
    now.dirty = false
    setState('saving')
    const { content: sent, saved: at } = now
    const saving = at
      ? saveDraft(at.id, { ...sent, version: at.version, savedAt: at.savedAt })
      : draftBroadcast(sent, now.newKey)
    now.busy = saving
    try {
      const answer = await saving
      now.saved = answer
      setSaved(answer)
      setProblem('')
      keep(keyOf(at?.id), undefined)
      if (now.dirty) keep(keyOf(answer.id), { content: now.content, savedAt: answer.savedAt } satisfies Kept)
      setState(now.dirty ? 'waiting' : 'clean')
      if (!at) {
        now.onBegun(answer.id)
        void navigate(`/broadcasts/compose/${answer.id}`, { replace: true })
      }
      return answer
    } catch (error) {
      now.dirty = true
      // What was refused is changed before it is tried again: another text, another key.
      now.newKey = clientKey()
      setState('failed')
      setProblem(error instanceof Error ? error.message : '')
      return null
    } finally {
      now.busy = null
    }
  }, [navigate])

  useEffect(() => {
    if (state !== 'waiting') return
    const timer = setTimeout(() => void flush(), pauseMs)
    return () => clearTimeout(timer)
  }, [content, state, flush])

  return {
    content,
    change,
    undo: past.length > 0 ? undo : null,
    saved,
    state,
    problem,
    wasKept: back,
    flush,
  }
}
