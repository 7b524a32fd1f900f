import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchServer } from './start-bench-server.ts'
import type { BenchTwin } from './start-bench-twin.ts'

export type Sample = { minute: number; heapMb: number; rssMb: number; pssMb: number; messages: number }
export type Soak = {
  minutes: number
  perSecond: number
  said: number
  stored: number
  samples: Sample[]
  /** By the straight line through the samples after the first fifth, megabytes an hour. */
  heapMbAnHour: number
  rssMbAnHour: number
}

const everySeconds = 60

/** Residents write at a steady pace; once a minute the server collects its garbage and says what it holds. */
export async function measureWechatSoak(
  server: BenchServer,
  twin: BenchTwin,
  minutes: number,
  perSecond: number,
): Promise<Soak> {
  const { control, openKfid } = twin
  const people = Array.from(
    { length: 500 },
    (_, n) => control.people.add({ name: `村民${n}` }).externalUserId,
  )
  const samples: Sample[] = []
  const began = performance.now()
  let said = 0
  const pace = setInterval(() => {
    // A timer that was late makes up for it.
    const due = Math.floor(((performance.now() - began) / 1000) * perSecond)
    while (said < due)
      control.kf.phone.write(openKfid, people[said++ % people.length]!, `第 ${said} 句：路灯坏了`)
  }, 1000 / perSecond)
  for (let minute = 1; minute <= minutes; minute++) {
    await sleep(began + minute * everySeconds * 1000 - performance.now())
    const { heapUsed, rss } = await server.collect()
    const sample = {
      ...{ minute, heapMb: mb(heapUsed), rssMb: mb(rss), pssMb: server.memory() },
      messages: await twin.count("messages where direction = 'inbound'"),
    }
    samples.push(sample)
    console.log(JSON.stringify(sample))
  }
  clearInterval(pace)
  let stored = 0
  // On a busy machine some wait still; what is not there after a quarter of an hour is lost.
  for (const end = performance.now() + 900_000; stored < said && performance.now() < end; await sleep(500))
    stored = await twin.count("messages where direction = 'inbound'")
  const settled = samples.slice(Math.ceil(samples.length / 5))
  return {
    ...{ minutes, perSecond, said, stored, samples },
    heapMbAnHour: slopeAnHour(settled, 'heapMb'),
    rssMbAnHour: slopeAnHour(settled, 'rssMb'),
  }
}

const mb = (bytes: number) => Math.round(bytes / 2 ** 17) / 8

function slopeAnHour(samples: Sample[], of: 'heapMb' | 'rssMb'): number {
  const meanX = samples.reduce((sum, { minute }) => sum + minute, 0) / samples.length
  const meanY = samples.reduce((sum, sample) => sum + sample[of], 0) / samples.length
  const top = samples.reduce((sum, sample) => sum + (sample.minute - meanX) * (sample[of] - meanY), 0)
  const bottom = samples.reduce((sum, { minute }) => sum + (minute - meanX) ** 2, 0)
  return Math.round((top / bottom) * 60 * 10) / 10
}
