import { startEmbedded } from '../embedded.ts'

/**
 * A small application for the tests, forked: it starts the database it is told to, says so, and stops on
 * request.
 */
const quiet = { info() {}, warn() {}, error() {} }
const { dataDir, shelves } = JSON.parse(process.argv[2]!) as { dataDir: string; shelves: string[] }

try {
  const { url, pid, started, stop } = await startEmbedded({ dataDir, shelves, log: quiet })
  process.on('message', (order) => {
    if (order === 'exit') process.exit()
    if (order === 'stop') void stop().then(() => process.disconnect())
  })
  process.send?.({ url, pid, started })
} catch (error) {
  process.send?.({ error: (error as Error).message })
  process.disconnect()
}
process.on('disconnect', () => process.exit())
