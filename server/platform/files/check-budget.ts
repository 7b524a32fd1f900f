import { AppError } from '../errors.ts'
import { firstIdAt } from '../id.ts'
import type { Tx } from '../tenancy.ts'
import type { FileUse } from './file-use.ts'

/** What residents' files that hang on nothing yet may weigh together; a day later they are swept. */
const stationBudget = 4 * 1024 ** 3

/**
 * Refuses a file when those that hang on nothing already fill the station's budget: many phones with many files each
 * could otherwise fill the disk, and with it the door for messages. Words still arrive.
 */
export async function checkBudget(
  tx: Tx,
  uses: FileUse[],
  size: number,
  budget = stationBudget,
): Promise<void> {
  const values = [tx.stationId, firstIdAt(new Date(Date.now() - 24 * 3_600_000))]
  const ofDay = `from files where station_id = $1 and id >= $2::uuid and owner_kind = 'resident'`
  const { rows } = await tx.client.query({
    name: 'weigh-files-of-day',
    text: `select coalesce(sum(size), 0)::float8 as bytes ${ofDay}`,
    values,
  })
  if (rows[0].bytes + size <= budget) return
  // Rare: only now it is worth asking which of them hang on something.
  const { rows: files } = await tx.client.query(`select id, size::float8 as size ${ofDay}`, values)
  const ids = files.map(({ id }) => id)
  const used = new Set((await Promise.all(uses.map((use) => use.inUse(tx, ids)))).flat())
  const loose = files.reduce((sum, file) => (used.has(file.id) ? sum : sum + file.size), 0)
  if (loose + size <= budget) return
  const { rows: stations } = await tx.client.query('select phone from stations where id = $1', [tx.stationId])
  const call = stations[0]?.phone ? `打电话 ${stations[0].phone}` : '打派出所电话'
  throw new AppError('too_many', `现在收到的照片和语音太多，先只发文字，或者${call}。急事拨打110。`)
}
