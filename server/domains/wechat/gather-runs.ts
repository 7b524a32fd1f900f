import type { PlainItem } from './handle-together.ts'

type Waiting = { run: PlainItem[]; resolve: (handled: boolean) => void }

const mostTogether = 200
/** While the database writes one batch, the next is made. */
const batchesAtOnce = 2

/**
 * Lets runs of different people's words wait for each other, as the intake does for those of the web: they go in
 * together when the next write may start. Tells each whether its words are in; if not, they are handled one by one.
 */
export function gatherRuns(
  handle: (plain: PlainItem[]) => Promise<void>,
  complain: (error: Error) => void,
): (run: PlainItem[]) => Promise<boolean> {
  const waiting: Waiting[] = []
  let running = 0

  async function flush(): Promise<void> {
    if (running >= batchesAtOnce || waiting.length === 0) return
    const batch = [waiting.shift()!]
    let size = batch[0]!.run.length
    while (waiting[0] && size + waiting[0].run.length <= mostTogether) {
      size += waiting[0].run.length
      batch.push(waiting.shift()!)
    }
    running++
    const handled = await handle(batch.flatMap(({ run }) => run)).then(
      () => true,
      (error) => {
        complain(error)
        return false
      },
    )
    running--
    for (const { resolve } of batch) resolve(handled)
    void flush()
  }

  return (run) =>
    new Promise((resolve) => {
      waiting.push({ run, resolve })
      // A tick later, so that those who are ready now share a batch.
      setImmediate(() => void flush())
    })
}
