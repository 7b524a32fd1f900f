import { demoAccounts, demoPassword } from '../database/demo/demo-accounts.ts'
import { readSetupToken } from '../server/domains/officers/set-up-station.ts'
import { listStations } from '../server/domains/officers/views.ts'
import type { OpenDatabase } from '../server/open-database.ts'
import type { Context } from '../server/platform/context.ts'
import { progressBar } from './progress-bar.ts'

/** The first start brings the demo town; with `empty` nothing, and the set-up page waits for the first administrator. */
export async function prepareStation(
  database: OpenDatabase,
  context: Context,
  options: { empty: boolean },
): Promise<void> {
  if (options.empty) return
  const { loadDemo } = await import('../database/demo/load-demo.ts')
  await loadDemo({
    pool: context.pool,
    ownerPool: database.owner,
    files: context.files,
    now: new Date(),
    onProgress: progressBar(),
  })
}

/** What the person at the machine needs: where, and with which account. */
export async function describeStation(context: Context, base: string): Promise<string[]> {
  const stations = await listStations(context.pool)
  if (stations.length === 0) {
    return [
      `设置页面    ${base}/workbench/setup`,
      `安装口令    ${readSetupToken(context.config)}`,
      '打开设置页面，填上口令，建立派出所和第一个管理员。',
    ]
  }
  const { rows } = await context.pool.query('select code, name, demo from stations order by code')
  const lines = rows.flatMap(({ code, name }) => [
    `${name}`,
    `  工作台    ${base}/workbench/`,
    `  居民页面  ${base}/r/${code}/`,
  ])
  if (rows.some((row) => row.demo)) {
    lines.push('', `演示账号（密码都是 ${demoPassword}）`)
    for (const { username, name, role } of demoAccounts)
      lines.push(`  ${username.padEnd(14)} ${name}（${roleNames[role]}）`)
  }
  lines.push('', `接口说明    ${base}/api/reference`)
  return lines
}

const roleNames = {
  chief: '所长',
  officer: '民警',
  auxiliary: '驻村辅警',
  administrator: '管理员',
  auditor: '监督员',
}
