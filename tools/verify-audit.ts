import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { anchorDir, type Checkpoint, readAnchors } from '../server/platform/audit/anchors.ts'
import { publicBytes, readAuditKey } from '../server/platform/audit/audit-key.ts'
import type { AuditBreak } from '../server/platform/audit/compare-anchors.ts'
import { verifyAudit } from '../server/platform/audit/verify-audit.ts'
import { type Config, readConfig } from '../server/platform/config.ts'
import { startEmbedded } from '../server/platform/database/embedded.ts'
import { createPool } from '../server/platform/database/pool.ts'
import { createLog } from '../server/platform/log.ts'
import { inStation } from '../server/platform/tenancy.ts'

const words: Record<AuditBreak['kind'], string> = {
  edited: '记录被改过',
  deleted: '记录被删掉',
  inserted: '混入了没有封存的记录',
  reordered: '记录的先后被换过',
  cut: '末尾被截掉',
  reappended: '从这一条起被截掉后重新接上，与已签名的检查点不符',
  restamped: '整条链被重新计算过，与已签名的检查点不符',
  forged: '检查点不是本机密钥签的',
  unanchored: '库外的检查点文件不见了',
}
const shown = 10

/**
 * The keys to trust: our own when it is at hand, else the one on the oldest line outside the database, for whoever
 * verifies elsewhere with a copy of the checkpoints only.
 */
function trustedKeys(config: Config, anchors: Checkpoint[]): Buffer[] {
  if (existsSync(resolve(config.dataDir, 'secrets', 'audit-key.pem'))) {
    return [publicBytes(readAuditKey(config.dataDir))]
  }
  return anchors.slice(0, 1).map(({ publicKey }) => publicKey)
}

const config = readConfig()
if (!config.databaseUrl && !existsSync(resolve(config.dataDir, 'postgres'))) {
  console.error(
    `${config.dataDir} 里没有数据库。请用 DATA_DIR 指明数据文件夹，或用 DATABASE_URL 指明数据库。`,
  )
  process.exit(2)
}
const embedded = config.databaseUrl
  ? undefined
  : await startEmbedded({ dataDir: config.dataDir, log: createLog('error') })
const pool = createPool(config.databaseUrl ?? embedded!.url, { max: 2, name: 'lianxinqiao-verify-audit' })
let broken = false
try {
  const { rows } = await pool.query('select id, code, name from stations order by code')
  if (rows.length === 0) console.log('还没有派出所，没有可核对的记录。')
  for (const { id, code, name } of rows) {
    const anchors = readAnchors(anchorDir(config), code)
    const publicKeys = trustedKeys(config, anchors)
    const report = await inStation(pool, id, (tx) => verifyAudit(tx, { anchors, publicKeys }))
    const counts = `${report.events} 条已封存，${report.unsealed} 条待封存，${report.checkpoints} 个检查点`
    const faults = report.breaks
      .slice(0, shown)
      .map(({ kind, position }) => `第 ${position} 条：${words[kind]}`)
      .join('；')
    const total = report.breaks.length
    const verdict = total === 0 ? '完好' : `发现 ${total} 处改动。${faults}`
    console.log(`${name}（${code}）：${counts}，${verdict}`)
    if (total > 0) broken = true
  }
} finally {
  await pool.end()
  await embedded?.stop()
}
process.exitCode = broken ? 1 : 0
