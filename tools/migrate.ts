import { readConfig } from '../server/platform/config.ts'
import { migrate } from '../server/platform/database/migrate.ts'
import { createPool } from '../server/platform/database/pool.ts'

const { databaseUrl } = readConfig()
if (!databaseUrl) {
  console.error('请给出 DATABASE_URL。内置数据库在 npm start 时自动更新，不必单独运行这一步。')
  process.exit(2)
}
const owner = createPool(databaseUrl, { max: 2, name: 'lianxinqiao-migrate' })
const applied = await migrate(owner)
console.log(applied.length === 0 ? '数据库已是最新。' : `已更新：${applied.join('、')}`)
await owner.end()
