import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { invitationDays, inviteStation } from '../server/domains/officers/invite-station.ts'
import { readConfig } from '../server/platform/config.ts'

/**
 * `npm run found-station -- 430182120 石桥镇派出所`: prints a link by which the first administrator of a further station
 * founds it, once. Run where the server runs, with the same DATA_DIR and PUBLIC_URL.
 */
const [code = '', name = '', ...more] = process.argv.slice(2)
const config = readConfig()
if (!/^[0-9]{6,12}$/.test(code) || name.trim().length < 2 || name.length > 60 || more.length > 0) {
  console.error('用法：npm run found-station -- 派出所代码（6 到 12 位数字） 派出所名称')
  process.exit(2)
}
// A secret made here would sign links that the server refuses.
if (!existsSync(resolve(config.dataDir, 'secrets'))) {
  console.error(`${config.dataDir} 里没有这台服务器的密钥。请用 DATA_DIR 指明服务器的数据文件夹。`)
  process.exit(2)
}
const until = new Date(Date.now() + invitationDays * 86_400_000)
const base = config.publicUrl ?? `http://${config.host}:${config.port}`
console.log(`${name.trim()}（${code}）的建所链接，${invitationDays} 天内有效，只能用一次：\n`)
console.log(
  `${base}/workbench/setup#invitation=${inviteStation(config, { code, name: name.trim(), until })}\n`,
)
console.log('请把它只交给那里的第一位管理员。打开后填各村和管理员的账号，派出所就建好了。')
if (!config.publicUrl) console.log('没有设 PUBLIC_URL：上面的网址请换成别人能打开的地址。')
