import { randomUUID } from 'node:crypto'
import { launchBrowser, openContext } from '../e2e/browser.ts'
import { appears } from '../e2e/watch-words.ts'
import { findBrowser } from '../tools/find-browser.ts'
import { type LoadResult, summarise } from './load.ts'
import { openClient, requestOf } from './raw-client.ts'
import type { BenchServer } from './start-bench-server.ts'

/**
 * Another officer has a conversation open in a browser; its resident writes on. Milliseconds from the sending to the words
 * on the screen, beside whatever other streams are open.
 */
export async function measureScreen(server: BenchServer, messages: number): Promise<LoadResult> {
  process.env['TEST_BROWSER'] ??= await findBrowser()
  const browser = await launchBrowser()
  try {
    const context = await openContext(browser, `http://127.0.0.1:${server.port}`, { desk: true })
    await context.addCookies(
      server.officerCookie.split('; ').map((pair) => {
        const [name, ...value] = pair.split('=')
        return { name: name!, value: value.join('='), url: `http://127.0.0.1:${server.port}` }
      }),
    )
    const [cookie] = await server.visit(1)
    const phone = await openClient(server.port)
    const send = async (body: string, conversationId?: string) => {
      const answer = await phone.send(
        requestOf({
          method: 'POST',
          path: '/api/resident/messages',
          cookie: cookie!,
          body: { clientKey: randomUUID(), body, ...(conversationId ? { conversationId } : {}) },
        }),
      )
      if (answer.status !== 201) throw new Error(`a message was refused: ${answer.body}`)
      return JSON.parse(answer.body) as { conversationId: string }
    }
    const { conversationId } = await send('门口的树倒了，压到电线没有？')
    const page = await context.newPage()
    await page.goto(`/workbench/inbox/all/${conversationId}`)
    await page.getByRole('log').waitFor()
    const millis: number[] = []
    for (let count = 1; count <= messages; count++) {
      const words = `第${count}句补充的话`
      const shown = appears(page, words)
      const sentAt = Date.now()
      await send(words, conversationId)
      millis.push((await shown) - sentAt)
    }
    phone.close()
    return summarise(millis, millis.reduce((sum, one) => sum + one, 0) / 1000, 0)
  } finally {
    await browser.close()
  }
}
