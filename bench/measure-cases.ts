import { randomUUID } from 'node:crypto'
import { type LoadResult, summarise } from './load.ts'
import { openClient, requestOf } from './raw-client.ts'
import type { BenchServer } from './start-bench-server.ts'

/** Opens a case by the API and reads it back, as a signed-in chief, with permissions, audit and row-level security on. */
export async function measureCases(
  server: BenchServer,
  clients: number,
  seconds: number,
): Promise<LoadResult> {
  const cookie = server.officerCookie
  const millis: number[] = []
  let failures = 0
  const start = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = await openClient(server.port)
      while (performance.now() - start < seconds * 1000) {
        const from = performance.now()
        const opened = await connection.send(
          requestOf({
            method: 'POST',
            path: '/api/cases',
            cookie,
            body: {
              clientKey: randomUUID(),
              kind: 'help',
              title: '老人家的牛不见了',
              details: '早上放在后山，中午去看不在了。',
              scenario: 'safety',
              channel: 'phone',
            },
          }),
        )
        const { id } = JSON.parse(opened.body) as { id: string }
        const shown = await connection.send(requestOf({ method: 'GET', path: `/api/cases/${id}`, cookie }))
        if (opened.status !== 201 || shown.status !== 200) failures++
        millis.push(performance.now() - from)
      }
      connection.close()
    }),
  )
  return summarise(millis, (performance.now() - start) / 1000, failures)
}
