import { setTimeout as sleep } from 'node:timers/promises'
import { launchBrowser, openContext } from '../e2e/browser.ts'
import { appears } from '../e2e/watch-words.ts'
import { findBrowser } from '../tools/find-browser.ts'
import { type LoadResult, summarise } from './load.ts'
import type { BenchServer } from './start-bench-server.ts'
import type { BenchTwin } from './start-bench-twin.ts'

/**
 * An officer has a conversation open in a browser; its resident writes on in WeChat. Milliseconds from her tap, through
 * the twin's delays and our pull, to the words on the officer's screen.
 */
export async function measureWechatScreen(
  server: BenchServer,
  twin: BenchTwin,
  messages: number,
): Promise<LoadResult> {
  process.env['TEST_BROWSER'] ??= await findBrowser()
  const browser = await launchBrowser()
  try {
    const base = `http://127.0.0.1:${server.port}`
    const context = await openContext(browser, base, { desk: true })
    await context.addCookies(
      server.officerCookie.split('; ').map((pair) => {
        const [name, ...value] = pair.split('=')
        return { name: name!, value: value.join('='), url: base }
      }),
    )
    const { control, openKfid } = twin
    const who = control.people.add({ name: '点一下' }).externalUserId
    control.kf.phone.write(openKfid, who, '在吗')
    const conversation = async () =>
      (
        await twin.query(`select conversation_id as id from kf_people where external_userid = '${who}'
          and conversation_id is not null and exists (select from conversations c where c.id = conversation_id)`)
      )[0]?.['id']
    while (!(await conversation())) await sleep(100)
    const page = await context.newPage()
    await page.goto(`/workbench/inbox/all/${await conversation()}`)
    await page.getByRole('log').waitFor()
    const millis: number[] = []
    for (let count = 1; count <= messages; count++) {
      const words = `第${count}句补充的话。`
      const shown = appears(page, words)
      const tappedAt = Date.now()
      control.kf.phone.write(openKfid, who, words)
      millis.push((await shown) - tappedAt)
    }
    return summarise(millis, millis.reduce((sum, one) => sum + one, 0) / 1000, 0)
  } finally {
    await browser.close()
  }
}
