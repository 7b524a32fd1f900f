import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { createInterface } from 'node:readline'
import { armFailpoint } from '../../platform/failpoint.ts'

/**
 * A process that a test may kill loads its code ahead and waits here for the line that lets it begin, `{point, hit}`:
 * it dies when it comes to that point for the hit-th time.
 */
export async function waitForStart() {
  // Who is killed writes no cache at the end.
  flushCompileCache()
  const [ownerUrl, servingUrl, dataDir, port] = process.argv.slice(2)
  const [line] = await once(createInterface(process.stdin), 'line')
  const { point, hit } = JSON.parse(String(line)) as { point: string; hit: number }
  if (point) armFailpoint(point, hit)
  return { ownerUrl: ownerUrl!, servingUrl: servingUrl!, dataDir: dataDir!, port: Number(port) }
}
