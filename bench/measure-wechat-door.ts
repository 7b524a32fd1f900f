import { type LoadResult, runLoad } from './load.ts'
import type { BenchServer } from './start-bench-server.ts'
import type { BenchTwin } from './start-bench-twin.ts'

export type DoorFigures = { paced: LoadResult; most: Record<string, LoadResult> }

/** Callbacks over HTTP, each answered when it is on disk: at fifty a second, and as many as it takes. */
export async function measureWechatDoor(
  server: BenchServer,
  twin: BenchTwin,
  seconds: number,
): Promise<DoorFigures> {
  const token = twin.control.kf.token(twin.openKfid)
  const load = (clients: number, perSecond?: number) =>
    runLoad({
      port: server.port,
      clients,
      seconds,
      next: () => twin.callback(token),
      expect: 200,
      ...(perSecond ? { perSecond } : {}),
    })
  // The engine compiles what runs often.
  await load(10)
  const paced = await load(10, 50)
  const most: Record<string, LoadResult> = {}
  for (const clients of [1, 10, 50]) most[clients] = await load(clients)
  return { paced, most }
}
