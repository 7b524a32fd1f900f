import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findStation, listVillages } from '../../officers/views.ts'
import { fillScript } from '../../scripts/rules.ts'

type Words = { title: string; body: string; spoken: string }

/** A template's words with what the station knows; `missing` names what it does not, and such words are not sent. */
export async function fillTemplate(
  tx: Tx,
  session: OfficerSession,
  words: Words,
  villageIds: readonly string[] | null,
): Promise<{ words: Words; missing: string[] }> {
  const station = (await findStation(tx, tx.stationId))!
  const chosen = villageIds ?? (session.scope === 'villages' ? session.villageIds : null)
  const villages = await listVillages(tx)
  const names = chosen ? villages.filter(({ id }) => chosen.includes(id)).map(({ name }) => name) : ['全镇']
  const values = {
    所名: station.name,
    所电话: station.phone,
    所地址: station.address,
    村名: names.join('、'),
  }
  const missing = new Set<string>()
  const fill = (text: string) => {
    const filled = fillScript(text, values)
    for (const name of filled.missing) missing.add(name)
    return filled.text
  }
  const filled = { title: fill(words.title), body: fill(words.body), spoken: fill(words.spoken) }
  return { words: filled, missing: [...missing] }
}
