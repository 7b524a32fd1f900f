import { createPool } from '../../../platform/database/pool.ts'
import { armFailpoint } from '../../../platform/failpoint.ts'
import { createLog } from '../../../platform/log.ts'
import { workOnImport } from './work-on-import.ts'

/** A process that works on an import and is killed before its `hit`-th batch is committed. Used by import.test.ts. */
const [servingUrl, stationId, importId, hit] = process.argv.slice(2)
const pool = createPool(servingUrl!, { max: 2, name: 'test-import' })
armFailpoint('register-import', Number(hit))
await workOnImport({ pool, log: createLog('silent') }, { stationId: stationId!, importId: importId! })
