import { type Reading, readMessage } from '../../../server/domains/inbox/triage/read-message.ts'
import type { Town } from '../town.ts'

type Reader = { villages: { id: string; names: string[] }[]; known: Map<string, Reading> }
const readers = new WeakMap<Town, Reader>()

/** What the machine makes of a message, as at the door. Short answers come again and again and are read once. */
export function readDemoMessage(town: Town, text: string, villageId: string | null): Reading {
  let reader = readers.get(town)
  if (!reader) {
    const villages = town.villages.map(({ id, name, aliases }) => ({ id, names: [name, ...aliases] }))
    reader = { villages, known: new Map() }
    readers.set(town, reader)
  }
  const key = `${villageId} ${text}`
  const reading =
    reader.known.get(key) ?? readMessage({ text, villages: reader.villages, defaultVillageId: villageId })
  reader.known.set(key, reading)
  return reading
}
