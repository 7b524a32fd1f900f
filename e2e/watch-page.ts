import type { Page } from 'playwright-core'

/** What a trip knows will be refused: status and the beginning of the address, such as `401 /api/session`. */
export type Expected = { refusals: string[]; offline: boolean }

/**
 * Collects whatever should not happen on a page: script errors, console errors, breaches of the content policy, requests
 * to anywhere else, refused and failed calls that the trip does not expect.
 */
export function watchPage(page: Page, base: string, expected: Expected, troubles: string[]): void {
  const name = () => page.url().replace(base, '')
  page.on('pageerror', (error) => troubles.push(`${name()}: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    const words = message.text()
    // These repeat what the answers and the lost network say, which are judged below.
    if (words.startsWith('Failed to load resource: the server responded')) return
    if (expected.offline && words.includes('net::ERR_INTERNET_DISCONNECTED')) return
    troubles.push(`${name()}: ${words} ${message.location().url}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${base}/`) && !/^(data|blob|about):/.test(url)) troubles.push(`${name()} → ${url}`)
  })
  page.on('response', (response) => {
    if (response.status() < 400) return
    const answer = `${response.status()} ${response.url().replace(base, '')}`
    if (response.status() < 500 && expected.refusals.some((each) => answer.startsWith(each))) return
    troubles.push(`${name()}: ${response.request().method()} ${answer}`)
  })
}
