import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decryptMessage, readAesKey } from '../cipher.ts'
import { signatureOf } from '../signature.ts'

export type Received = {
  message: string
  signed: boolean
  query: URLSearchParams
  body: string
  type: string
}
type Reply = { status?: number; delayMs?: number; text?: string }

export const place = (url: string, mark = 'A') => ({
  url,
  token: `token${mark}`,
  encodingAesKey: mark.repeat(42).padEnd(43, '8'),
})

/** A receiver that opens what it gets by the place's key and answers what `reply` says. */
export async function startReceiver(receiveId: string, mark = 'A') {
  const received: Received[] = []
  let reply: (count: number) => Reply = () => ({})
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://receiver.invalid')
    let body = ''
    for await (const part of request) body += part
    const { token, encodingAesKey } = place('', mark)
    const query = url.searchParams
    const get = (name: string) => query.get(name) ?? ''
    const encrypted = get('echostr') || body.match(/<Encrypt><!\[CDATA\[(.*?)\]\]>/)?.[1] || ''
    const signed = signatureOf(token, get('timestamp'), get('nonce'), encrypted) === get('msg_signature')
    let message = ''
    try {
      message = decryptMessage(readAesKey(encodingAesKey), encrypted, receiveId).toString()
    } catch {}
    if (!get('echostr'))
      received.push({ message, signed, query, body, type: request.headers['content-type'] ?? '' })
    const { status = 200, delayMs = 0, text = get('echostr') ? message : '' } = reply(received.length)
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
    response.writeHead(status).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/wecom`
  return {
    url,
    place: place(url, mark),
    received,
    reply(decide: typeof reply) {
      reply = decide
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
