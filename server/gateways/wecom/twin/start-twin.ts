import type { AddressInfo } from 'node:net'
import { calls } from './calls.ts'
import { type Control, createControl } from './control.ts'
import { createTwinServer } from './http/serve.ts'
import { pages } from './page/pages.ts'
import { readSettings, type TwinOptions } from './settings.ts'
import { createWorld } from './world.ts'

export type Twin = { url: string; control: Control; stop: () => Promise<void> }

/**
 * A WeCom that stands in memory: its calls under `url`, its pages for a person under the same, and `control` for what
 * the vendor, the administrator and the phones do. Nothing of it is kept.
 */
export async function startTwin(options: TwinOptions = {}): Promise<Twin> {
  const settings = readSettings(options)
  const world = createWorld(settings)
  const server = createTwinServer(world, calls, pages)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.http.port, settings.http.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  const url = `http://${settings.http.host}:${port}${settings.http.pathPrefix}`
  world.publicUrl = settings.http.publicUrl ?? url
  return {
    url,
    control: createControl(world),
    async stop() {
      world.stopped = true
      world.clock.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
