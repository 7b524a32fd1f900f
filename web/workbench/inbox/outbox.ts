import { clientKey } from '../../api/client-key.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { type FileRef, sendReply, writeNote } from '../../api/inbox.ts'
import { createStore } from '../../ui/create-store.ts'
import { queryClient } from '../shell/query-client.ts'
import type { InsertedScript } from './used-scripts.ts'

export type Outgoing = {
  clientKey: string
  conversationId: string
  /** Whom the writer saw while writing: the server refuses if the conversation belongs to somebody else. */
  contactId: string
  kind: 'outbound' | 'note'
  body: string
  files: FileRef[]
  scripts: InsertedScript[]
  mentions: string[]
  state: 'sending' | 'failed'
  error: string
  /** The network was away: it is tried again by itself. */
  offline: boolean
  messageId: string | null
}

/** Kept over a reload: what was on its way then is shown as not sent, and its key makes a second try harmless. */
export const outbox = createStore<Outgoing[]>([], 'outbox')
outbox.set(outbox.get().map((each) => ({ ...each, state: 'failed', offline: true })))

function change(key: string, fields: Partial<Outgoing>): void {
  outbox.set(outbox.get().map((each) => (each.clientKey === key ? { ...each, ...fields } : each)))
}

export function takeOut(key: string): void {
  outbox.set(outbox.get().filter((each) => each.clientKey !== key))
}

type Written = Pick<
  Outgoing,
  'conversationId' | 'contactId' | 'kind' | 'body' | 'files' | 'scripts' | 'mentions'
>

/** Shows it at once and sends it when `ready`: a draft still on its way would be kept after the answer it became. */
export function enqueue(item: Written, ready: Promise<void>): void {
  const outgoing: Outgoing = {
    ...item,
    clientKey: clientKey(),
    state: 'sending',
    error: '',
    offline: false,
    messageId: null,
  }
  outbox.set([...outbox.get(), outgoing])
  void ready.then(() => send(outgoing))
}

/** Sends it, or sends it again with the same key. */
export async function send(item: Outgoing): Promise<void> {
  const { conversationId, clientKey: key, body } = item
  change(key, { state: 'sending', error: '' })
  try {
    const { messageId } = await (item.kind === 'note'
      ? writeNote(conversationId, { clientKey: key, body, mentions: item.mentions })
      : sendReply(conversationId, {
          contactId: item.contactId,
          clientKey: key,
          body,
          ...(item.files.length ? { fileIds: item.files.map(({ id }) => id) } : {}),
          ...(item.scripts?.length
            ? { scripts: item.scripts.map(({ id, version }) => ({ id, version })) }
            : {}),
        }))
    change(key, { messageId })
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ['conversation', conversationId] }),
      queryClient.invalidateQueries({ queryKey: ['conversations'] }),
      queryClient.invalidateQueries({ queryKey: ['counts'] }),
    ])
    takeOut(key)
  } catch (error) {
    const offline = error instanceof ApiError && (error.code === 'offline' || error.code === 'unavailable')
    change(key, { state: 'failed', offline, error: error instanceof Error ? error.message : '' })
  }
}

/** The network is back. */
export function sendWaiting(): void {
  for (const each of outbox.get()) if (each.state === 'failed' && each.offline) void send(each)
}
