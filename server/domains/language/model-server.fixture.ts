import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = { path: string; authorization: string | undefined; body: Record<string, unknown> }

/** A server that answers as the API of a chat model does; a test says what comes next, and sees what came. */
export async function startModel() {
  const asked: Asked[] = []
  const next: ((response: ServerResponse, asked: Asked) => void)[] = []
  const server = createServer(async (request: IncomingMessage, response) => {
    const pieces: Buffer[] = []
    for await (const part of request) pieces.push(part as Buffer)
    const bytes = Buffer.concat(pieces)
    const type = request.headers['content-type'] ?? ''
    const one = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: type.startsWith('multipart/')
        ? { form: bytes.toString('latin1') }
        : (JSON.parse(bytes.toString()) as Record<string, unknown>),
    }
    asked.push(one)
    const answer = next.shift()
    if (answer) return answer(response, one)
    if (one.path.endsWith('/audio/transcriptions')) return hear('好的。')(response)
    say('好的。')(response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    address: `http://127.0.0.1:${port}/v1`,
    asked,
    next,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** An answer of the API that has heard these words. */
export const hear =
  (text: unknown) =>
  (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ text }))
  }

/** An answer of the API with these words. */
export const say =
  (content: unknown) =>
  (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify({
        id: 'chatcmpl-1',
        object: 'chat.completion',
        choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 321, completion_tokens: 45, total_tokens: 366 },
      }),
    )
  }
