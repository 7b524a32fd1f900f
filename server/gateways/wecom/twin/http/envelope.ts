import type { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Answer } from './call.ts'

const endings = ['', ' rejected', ' (see doc)', ', check the request', ' .']

/** E1: a number to go by, and words that change from time to time so that nobody goes by them. */
export function refusalAnswer(world: World, refusal: Refusal, address: string): Answer {
  const draw = world.random('wording')
  const ending = world.settings.answers.varyWording ? endings[draw.between(0, endings.length - 1)] : ''
  const hint = `${world.clock.seconds()}${String(draw.between(0, 999_999_999)).padStart(13, '0')}`
  const more = `https://open.work.weixin.qq.com/devtool/query?e=${refusal.errcode}`
  return {
    errcode: refusal.errcode,
    errmsg: `${refusal.message}${ending}, hint: [${hint}], from ip: ${address}, more info at ${more}`,
  }
}

/** Fields that a real answer leaves out at times. */
const optional = new Set([
  'unionid',
  'position',
  'remark_corp_name',
  'wechat_channels',
  'description',
  'unlicenseduser',
  'invalidparty',
  'invalidtag',
  'group_nickname',
])

/** E25: a success with everything a client has to bear. Page-sized answers only change at their top. */
export function successAnswer(world: World, result: Answer, warnings: string[]): Answer {
  const { variants } = world.settings.answers
  const draw = world.random('variants')
  const answer: Answer = { errcode: 0, errmsg: 'ok', ...result }
  if (draw.chance(variants)) answer.errmsg = ''
  if (draw.chance(variants)) answer.emu_new_field = { since: 2026 }
  if (variants > 0)
    for (const [key, value] of Object.entries(answer)) answer[key] = vary(world, value, key, 0)
  if (warnings.length > 0) answer.errmsg = `ok. Warning: ${warnings.join(', ')}. `
  return answer
}

function vary(world: World, value: unknown, key: string, depth: number): unknown {
  const draw = world.random('variants')
  const { variants } = world.settings.answers
  if (key === 'gender' && draw.chance(variants)) return String(value)
  if (typeof value !== 'object' || value === null || depth > 4) return value
  if (Array.isArray(value))
    return value.length > 100 ? value : value.map((item) => vary(world, item, '', depth + 1))
  const kept: Answer = {}
  for (const [name, inner] of Object.entries(value)) {
    if (optional.has(name) && draw.chance(variants)) continue
    kept[name] = vary(world, inner, name, depth + 1)
  }
  return kept
}
