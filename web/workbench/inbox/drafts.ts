import { type Conversation, type FileRef, saveDraft } from '../../api/inbox.ts'
import { createStore } from '../../ui/create-store.ts'
import { queryClient } from '../shell/query-client.ts'
import type { InsertedScript } from './used-scripts.ts'

export type DraftKind = 'outbound' | 'note'
export type Draft = {
  body: string
  scripts: InsertedScript[]
  files: FileRef[]
  state: 'dirty' | 'saving' | 'saved' | 'failed'
  savedAt: string | null
}
const empty: Draft = { body: '', scripts: [], files: [], state: 'saved', savedAt: null }

/**
 * What is being typed, by conversation and kind. It lives outside the pages and over a reload, so that no refresh,
 * switch or error touches it; the server gets a copy shortly after each pause, for the officer's other devices.
 */
export const drafts = createStore<Record<string, Draft>>({}, 'drafts')
const pauseMs = 700
const timers = new Map<string, ReturnType<typeof setTimeout>>()
const saving = new Map<string, Promise<void>>()

export const draftKey = (conversationId: string, kind: DraftKind) => `${conversationId} ${kind}`

function put(key: string, fields: Partial<Draft>): void {
  drafts.set({ ...drafts.get(), [key]: { ...empty, ...drafts.get()[key], ...fields } })
}

/** What is shown when the conversation is opened again must not be older than what was saved. */
function remember(
  conversationId: string,
  kind: DraftKind,
  { body, scripts, files }: Draft,
  savedAt: string,
): void {
  queryClient.setQueryData<Conversation>(['conversation', conversationId], (data) => {
    if (!data) return data
    const others = data.drafts.filter((draft) => draft.kind !== kind)
    const kept = { kind, body, scripts, files, savedAt }
    return { ...data, drafts: body || files.length > 0 ? [...others, kept] : others }
  })
}

async function save(conversationId: string, kind: DraftKind): Promise<void> {
  const key = draftKey(conversationId, kind)
  timers.delete(key)
  await saving.get(key)
  const draft = drafts.get()[key]
  if (draft?.state !== 'dirty') return
  put(key, { state: 'saving' })
  const { body, scripts, files } = draft
  const unchanged = () => drafts.get()[key]?.body === body && drafts.get()[key]?.files === files
  const work = saveDraft(conversationId, {
    kind,
    body,
    scripts: scripts.map(({ id, version }) => ({ id, version })),
    fileIds: files.map(({ id }) => id),
  })
    .then(({ savedAt }) => {
      remember(conversationId, kind, draft, savedAt)
      if (unchanged()) put(key, { state: 'saved', savedAt })
    })
    .catch(() => {
      if (unchanged()) put(key, { state: 'failed' })
    })
  saving.set(key, work)
  await work
  saving.delete(key)
}

/** What the person typed or chose; saved after a short pause. */
export function changeDraft(
  conversationId: string,
  kind: DraftKind,
  fields: Partial<Pick<Draft, 'body' | 'scripts' | 'files'>>,
): void {
  const key = draftKey(conversationId, kind)
  put(key, { ...fields, state: 'dirty' })
  clearTimeout(timers.get(key))
  timers.set(
    key,
    setTimeout(() => void save(conversationId, kind), pauseMs),
  )
}

/** It was sent: nothing of it may be saved afterwards. The server drops its own copy with the sending. */
export async function finishDraft(conversationId: string, kind: DraftKind): Promise<void> {
  const key = draftKey(conversationId, kind)
  clearTimeout(timers.get(key))
  timers.delete(key)
  put(key, { ...empty })
  await saving.get(key)
  remember(conversationId, kind, empty, '')
}

/** Leaving the conversation: what the server has need not be kept here, so that a later visit sees the newest. */
export function releaseDrafts(conversationId: string): void {
  const kept = { ...drafts.get() }
  for (const kind of ['outbound', 'note'] as const) {
    const key = draftKey(conversationId, kind)
    if (kept[key]?.state === 'saved') delete kept[key]
  }
  drafts.set(kept)
}

/** What to show: what was typed here, else what the server kept. */
export function draftOf(local: Draft | undefined, kind: DraftKind, data: Conversation): Draft {
  // What an older page of ours left in this browser lacks what came since.
  if (local) return { ...empty, ...local }
  const kept = data.drafts.find((draft) => draft.kind === kind)
  if (!kept) return empty
  return { ...empty, ...kept, state: 'saved' }
}
