import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'

export type Told = { event: string; data: Record<string, unknown> }

/** An open stream of news at `port`: everything it was told, and waiting for what is still to be told. */
export async function openLiveStream(port: number, path: string, headers: Record<string, string>) {
  const leaving = new AbortController()
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers, signal: leaving.signal })
  const told: Told[] = []
  const read = async () => {
    let rest = ''
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      const parts = (rest + chunk).split('\n\n')
      rest = parts.pop()!
      for (const part of parts) {
        const event = /^event: (.*)$/m.exec(part)?.[1] ?? ''
        told.push({ event, data: JSON.parse(/^data: (.*)$/m.exec(part)?.[1] ?? '{}') })
      }
    }
  }
  if (answer.ok) void read().catch(() => {})
  const until = async (matches: (one: Told) => boolean) => {
    for (const limit = Date.now() + 20_000; ; await sleep(5)) {
      const found = told.find(matches)
      if (found) return found
      assert.ok(Date.now() < limit, `not told in twenty seconds; told: ${JSON.stringify(told)}`)
    }
  }
  const hello = answer.ok ? await until(({ event }) => event === 'hello') : undefined
  return { status: answer.status, told, until, hello, close: () => leaving.abort() }
}
