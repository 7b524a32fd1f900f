import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchTwin } from './start-bench-twin.ts'

export type PullFigures = { messages: number; fetchedPerSecond: number; filedPerSecond: number; lost: number }

const residents = 200

/**
 * So many messages of two hundred residents lie at the server, in pages of a thousand; one callback tells of them. From
 * there until all are stored with us, and until all stand in their conversations.
 */
export async function measureWechatPull(twin: BenchTwin, messages: number): Promise<PullFigures> {
  const { control, openKfid } = twin
  const people = Array.from(
    { length: residents },
    (_, n) => control.people.add({ name: `来信${n}` }).externalUserId,
  )
  const before = { items: await twin.count('kf_messages'), filed: await twin.count('messages') }
  for (let n = 0; n < messages; n++)
    control.kf.fill(openKfid, people[n % residents]!, 1, () => `第 ${n} 句：村口的路灯坏了，晚上看不见路`)
  const began = performance.now()
  control.kf.announce(openKfid)
  const until = async (table: string, wanted: number) => {
    const end = performance.now() + 600_000
    while ((await twin.count(table)) < wanted && performance.now() < end) await sleep(50)
    return (performance.now() - began) / 1000
  }
  const fetched = await until('kf_messages', before.items + messages)
  const filed = await until('messages', before.filed + messages)
  return {
    messages,
    fetchedPerSecond: Math.round(messages / fetched),
    filedPerSecond: Math.round(messages / filed),
    lost: before.filed + messages - (await twin.count('messages')),
  }
}
