import type { World } from '../world.ts'
import { baseOf } from './base.ts'
import { deed } from './forms.ts'
import { html, type Markup } from './html.ts'

const hour = 3_600_000
const jumps: [string, number][] = [
  ['＋1 小时', hour],
  ['＋24 小时', 24 * hour],
  ['＋48 小时', 48 * hour],
]

export function clockRow(world: World): Markup {
  const base = baseOf(world)
  const buttons = jumps.map(([words, ms]) => deed(base, 'advance', { ms: String(ms) }, words))
  return html`<div class="card row"><span class="wide" data-live="${base}/clock">${clockNow(world)}</span>${buttons}</div>`
}

export function clockNow(world: World): Markup {
  const words = new Date(world.clock.now()).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })
  return html`模拟时间 ${words}`
}
