import type { Pool } from '../../platform/database/pool.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { listVillages, responsibleOfficer } from '../officers/views.ts'
import { learnedModel } from './learned-model.ts'
import type { TriageModel } from './triage/model.ts'

/** What the intake must know of a station for every message, read once in a few seconds. */
export type StationPicture = {
  /** The station's name, from which the town's is told apart from a village of the same name. */
  townName: string
  villages: { id: string; names: string[] }[]
  /** Who gets a new conversation of a village (or of an unknown one, under ''). */
  assigneeOf: Map<string, string | null>
  /** What the station's people have taught the reading. */
  model: TriageModel
}

const keepMs = 5000
const pictures = new WeakMap<Pool, Map<string, { at: number; picture: Promise<StationPicture> }>>()

/** The station's villages and who is responsible for each now; at most five seconds old. */
export function pictureOf(pool: Pool, stationId: string): Promise<StationPicture> {
  const byStation = pictures.get(pool) ?? new Map()
  pictures.set(pool, byStation)
  const kept = byStation.get(stationId)
  if (kept && Date.now() - kept.at < keepMs) return kept.picture
  const picture = inStation(pool, stationId, takePicture)
  byStation.set(stationId, { at: Date.now(), picture })
  picture.catch(() => byStation.delete(stationId))
  return picture
}

/** Whether a village is the station's; one the picture lacks is looked for, as it may have been added a moment ago. */
export async function isVillage(pool: Pool, stationId: string, villageId: string): Promise<boolean> {
  const picture = await pictureOf(pool, stationId)
  if (picture.assigneeOf.has(villageId)) return true
  const { rowCount } = await inStation(pool, stationId, (tx) =>
    tx.client.query('select from villages where station_id = $1 and id = $2', [stationId, villageId]),
  )
  return rowCount! > 0
}

async function takePicture(tx: Tx): Promise<StationPicture> {
  const villages = await listVillages(tx)
  const now = new Date()
  const assigneeOf = new Map<string, string | null>()
  for (const id of [null, ...villages.map((village) => village.id)]) {
    assigneeOf.set(id ?? '', (await responsibleOfficer(tx, id, now))?.id ?? null)
  }
  const { rows } = await tx.client.query('select name from stations where id = $1', [tx.stationId])
  return {
    townName: rows[0]?.name ?? '',
    model: await learnedModel(tx),
    villages: villages.map(({ id, name, aliases }) => ({ id, names: [name, ...aliases] })),
    assigneeOf,
  }
}
