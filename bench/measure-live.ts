import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { percentile, round } from './load.ts'
import { openClient, requestOf } from './raw-client.ts'
import type { BenchServer } from './start-bench-server.ts'

export type LiveFigures = {
  clients: number
  messages: number
  delivered: number
  expected: number
  p50: number
  p95: number
  p99: number
  max: number
}

/**
 * So many officers' screens are open; a resident sends messages. From "sent" to the moment each screen has been told,
 * in milliseconds. `meanwhile` measures something else beside the same open streams.
 */
export async function measureLive<T>(
  server: BenchServer,
  clients: number,
  messages: number,
  meanwhile: () => Promise<T>,
): Promise<LiveFigures & { meanwhile: T }> {
  const sentAt: number[] = []
  const millis: number[] = []
  const closers: (() => void)[] = []
  await Promise.all(
    Array.from({ length: clients }, () =>
      watch(server, (name) => {
        if (name !== 'message.received') return
        // Messages go one by one, each when all have the one before: the newest is the one told.
        millis.push(performance.now() - sentAt.at(-1)!)
      }).then((close) => closers.push(close)),
    ),
  )
  const [cookie] = await server.visit(1)
  const connection = await openClient(server.port)
  for (let count = 1; count <= messages; count++) {
    sentAt.push(performance.now())
    await connection.send(
      requestOf({
        method: 'POST',
        path: '/api/resident/messages',
        cookie: cookie!,
        body: { clientKey: randomUUID(), body: '门口的树倒了，压到电线没有？' },
      }),
    )
    const limit = performance.now() + 5000
    while (millis.length < count * clients && performance.now() < limit)
      await new Promise((done) => setTimeout(done, 2))
  }
  connection.close()
  const sorted = [...millis].sort((a, b) => a - b)
  const beside = await meanwhile()
  for (const close of closers) close()
  const at = (share: number) => round(percentile(sorted, share))
  return {
    clients,
    messages,
    delivered: sorted.length,
    expected: clients * messages,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: round(sorted.at(-1) ?? Number.NaN),
    meanwhile: beside,
  }
}

/** One open stream; resolves once the server has said hello. */
function watch(server: BenchServer, onChange: (name: string) => void): Promise<() => void> {
  return new Promise((done, fail) => {
    const stream = request({
      port: server.port,
      host: '127.0.0.1',
      path: '/api/live',
      headers: { cookie: server.officerCookie },
      agent: false,
    })
    stream.on('response', (answer) => {
      let rest = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        const parts = (rest + chunk).split('\n\n')
        rest = parts.pop() ?? ''
        for (const part of parts) {
          const name = /^event: (.*)$/m.exec(part)?.[1]
          if (name === 'hello') done(() => stream.destroy())
          if (name === 'change') onChange(JSON.parse(/^data: (.*)$/m.exec(part)?.[1] ?? '{}').name)
        }
      })
    })
    stream.on('error', (error) => fail(error))
    stream.end()
  })
}
