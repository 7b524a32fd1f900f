import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../platform/config.ts'
import { createPool } from '../../platform/database/pool.ts'
import { createFileStore } from '../../platform/files/file-store.ts'
import { createLog } from '../../platform/log.ts'
import { carryBroadcasts } from '../broadcasts/carrying/carry-broadcasts.ts'
import { loadChannel } from './channel.ts'
import { waitForStart } from './wait-for-start.fixture.ts'

/** Of the server what carries broadcasts to WeCom, again and again, as a process of its own that the tests kill. */
const { servingUrl, dataDir } = await waitForStart()
const config = { ...readConfig({}), dataDir }
const log = createLog(process.env.LOG_LEVEL ?? 'silent')
const pool = createPool(servingUrl, { max: 8, name: 'test-carrier', onError: () => {} })
const files = createFileStore(resolve(dataDir, 'files'), { reserveBytes: 0 })
const { rows } = await pool.query('select id from stations')
process.stdout.write('port 0\n')
for (;;) {
  for (const { id } of rows) {
    const channel = await loadChannel({ config, pool }, id)
    if (channel?.api) await carryBroadcasts({ pool, files, log }, channel.api, id, { unsureSeconds: 0.5 })
  }
  await sleep(50)
}
