import { createHash } from 'node:crypto'

/** The JS-SDK's signature: these four in this order; the page's address without what follows '#'. Seconds. */
export function signJsPage(ticket: string, nonce: string, timestamp: number, url: string): string {
  const page = url.split('#')[0]
  const text = `jsapi_ticket=${ticket}&noncestr=${nonce}&timestamp=${timestamp}&url=${page}`
  return createHash('sha1').update(text).digest('hex')
}
