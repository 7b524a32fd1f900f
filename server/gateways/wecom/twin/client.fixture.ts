import type { TwinOptions } from './settings.ts'
import { startTwin, type Twin } from './start-twin.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at as they come.
export type Json = any

/** A caller without any mercy of its own: what it sends is what the test says. */
export function createCaller(twin: Twin, secret?: string) {
  const { corpId } = twin.control.corporation
  const firstSecret = twin.control.corporation.apps()[0]!.secrets[0]!.secret
  let token: string | null = null
  let until = 0

  const ask = async (method: string, path: string, query: Record<string, string>, body?: BodyInit) => {
    const url = new URL(`${twin.url}/cgi-bin/${path}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const headers = typeof body === 'string' ? { 'content-type': 'application/json' } : undefined
    return fetch(url, { method, body, headers })
  }
  const caller = {
    ask,
    async gettoken(corpsecret = secret ?? firstSecret): Promise<Json> {
      return (await ask('GET', 'gettoken', { corpid: corpId, corpsecret })).json()
    },
    async token() {
      if (!token || twin.control.clock.now() >= until) {
        const answer = await caller.gettoken()
        token = answer.access_token as string
        until = twin.control.clock.now() + answer.expires_in * 1000
      }
      return token
    },
    forget() {
      token = null
    },
    async get(path: string, query: Record<string, string> = {}): Promise<Json> {
      return (await ask('GET', path, { access_token: await caller.token(), ...query })).json()
    },
    async post(path: string, body: unknown = {}, query: Record<string, string> = {}): Promise<Json> {
      const text = JSON.stringify(body)
      return (await ask('POST', path, { access_token: await caller.token(), ...query }, text)).json()
    },
    async upload(
      path: string,
      query: Record<string, string>,
      bytes: Buffer,
      filename: string,
    ): Promise<Json> {
      const form = new FormData()
      form.append('media', new Blob([new Uint8Array(bytes)]), filename)
      return (await ask('POST', path, { access_token: await caller.token(), ...query }, form)).json()
    },
    /** Reads an account's log to its end. */
    async sync(openKfId: string, cursor = '', limit = 1000) {
      const messages: Json[] = []
      for (;;) {
        const answer = await caller.post('kf/sync_msg', {
          ...(cursor && { cursor }),
          token: twin.control.kf.token(openKfId),
          open_kfid: openKfId,
          limit,
        })
        if (answer.errcode !== 0) throw new Error(`sync_msg ${answer.errcode}`)
        messages.push(...answer.msg_list)
        cursor = answer.next_cursor
        if (answer.has_more === 0) return { messages, cursor }
      }
    },
  }
  return caller
}

/** Deadlines of sockets are real time: so long that a busy machine keeps them. */
export const patience = 30_000
export const startOfTests = Date.UTC(2026, 5, 1, 1)

/** Standing time, answers without variants, whole pages: what a test wants unless it is about just that. */
export async function calmTwin(options: TwinOptions = {}) {
  const twin = await startTwin({
    ...options,
    clock: { running: false, startAt: startOfTests, ...options.clock },
    answers: { variants: 0, varyWording: false, ...options.answers },
    callbacks: {
      xmlVariants: 0,
      deadlineMs: patience,
      verifyDeadlineMs: patience,
      ...options.callbacks,
    },
    kf: { shortPages: 0, emptyPages: 0, ...options.kf },
  })
  return { twin, control: twin.control, caller: createCaller(twin) }
}
