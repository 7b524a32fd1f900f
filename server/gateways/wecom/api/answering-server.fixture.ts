import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import type { Api } from './api.ts'
import type { ApiConfig } from './api-config.ts'
import { connectApi } from './connect-api.ts'

export type Heard = { method: string; path: string; query: URLSearchParams; body: Buffer; type: string }

type Answer = Record<string, unknown> | ((heard: Heard, response: ServerResponse) => unknown)

/**
 * A server that answers what the test says, for what a well-behaved one never does. Answers for a path are used up
 * one after the other, the last for ever; gettoken gives T1, T2, … unless told otherwise. now is the client's clock,
 * and waits are noted, not waited for.
 */
export async function startAnswering(t: TestContext, answers: Record<string, Answer | Answer[]>) {
  const heard: Heard[] = []
  let given = 0
  const queues = new Map(
    Object.entries(answers).map(([path, list]) => [path, Array.isArray(list) ? [...list] : [list]]),
  )
  const server = createServer(async (request, response) => {
    const one = await hear(request)
    heard.push(one)
    const queue = queues.get(one.path.replace(/^.*\/cgi-bin\//, ''))
    const answer = queue && (queue.length > 1 ? queue.shift() : queue[0])
    if (typeof answer === 'function') {
      const result = await answer(one, response)
      if (result !== undefined) sendJson(response, result)
    } else if (answer) sendJson(response, answer)
    else if (one.path.endsWith('gettoken')) {
      sendJson(response, { errcode: 0, errmsg: 'ok', access_token: `T${++given}`, expires_in: 7200 })
    } else sendJson(response, { errcode: 40058, errmsg: 'nobody told me' })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const clock = { now: 1_700_000_000_000 }
  const waits: number[] = []
  const connect = (more: Partial<ApiConfig> = {}): Api =>
    connectApi({
      baseUrl: address,
      corpId: 'wwEMU0000000000001',
      secret: 'SECRETofTheApp',
      now: () => clock.now,
      wait: async (milliseconds) => {
        waits.push(milliseconds)
      },
      ...more,
    })
  const count = (path: string) => heard.filter((one) => one.path.endsWith(`/cgi-bin/${path}`)).length
  return { address, heard, count, clock, waits, connect }
}

function sendJson(response: ServerResponse, value: unknown): void {
  if (!response.headersSent) response.setHeader('content-type', 'application/json; charset=UTF-8')
  response.end(typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value))
}

async function hear(request: IncomingMessage): Promise<Heard> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const url = new URL(request.url ?? '/', 'http://a')
  const type = request.headers['content-type'] ?? ''
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    body: Buffer.concat(chunks),
    type,
  }
}
