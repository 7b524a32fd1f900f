import type { Page } from 'playwright-core'

/** When the words first stand on the screen, by the clock of this machine. */
export function appears(page: Page, words: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((done) => {
        const look = () => document.querySelector('[role=log]')?.textContent?.includes(wanted)
        const watch = new MutationObserver(() => {
          if (!look()) return
          watch.disconnect()
          requestAnimationFrame(() => done(Date.now()))
        })
        watch.observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
    words,
  )
}
