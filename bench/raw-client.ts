import { connect, type Socket } from 'node:net'

export type RawClient = {
  /** Sends one request and waits for its answer: status and body. */
  send: (request: Buffer) => Promise<{ status: number; body: string }>
  close: () => void
}

/**
 * One keep-alive connection that costs the load generator next to nothing: on a machine with two cores a heavy client
 * would measure itself. Understands answers with Content-Length only.
 */
export async function openClient(port: number): Promise<RawClient> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  let waiting:
    | { resolve: (answer: { status: number; body: string }) => void; reject: (error: Error) => void }
    | undefined
  let buffer = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk])
    const head = buffer.indexOf('\r\n\r\n')
    if (head < 0) return
    const header = buffer.toString('latin1', 0, head)
    const length = Number(/content-length: (\d+)/i.exec(header)?.[1] ?? 0)
    if (buffer.length < head + 4 + length) return
    const answer = {
      status: Number(header.slice(9, 12)),
      body: buffer.toString('utf8', head + 4, head + 4 + length),
    }
    buffer = buffer.subarray(head + 4 + length)
    const { resolve } = waiting!
    waiting = undefined
    resolve(answer)
  })
  const fail = (error: Error) => waiting?.reject(error)
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('connection closed')))
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

export function requestOf(options: {
  method: string
  path: string
  cookie?: string
  body?: unknown
  headers?: Record<string, string>
}): Buffer {
  const body = options.body === undefined ? '' : JSON.stringify(options.body)
  const headers = {
    host: '127.0.0.1',
    ...(options.cookie ? { cookie: options.cookie } : {}),
    ...(options.body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    ...options.headers,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${options.method} ${options.path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}
