import type { Page } from '../http/serve.ts'
import type { World } from '../world.ts'
import { baseOf } from './base.ts'
import { clockRow } from './clock-row.ts'
import { html, type Markup, sendHtml } from './html.ts'
import { layout } from './layout.ts'

const mostShown = 30

/** For whoever builds the client: what it did that the real server would pass over, and how callbacks fared. */
export const watchPage: Page = (world, _url, _request, response) => {
  const base = baseOf(world)
  const apps = [...world.corporation.apps.values()].map(
    (app) => html`<div class="card small"><p><strong>${app.name}</strong> agentid ${app.agentId}</p>
<p>回调：<code>${app.seals.at(-1)?.url ?? '没有设置'}</code></p></div>`,
  )
  const body = html`<h1>记录</h1>${clockRow(world)}
<p class="small">企业 <code>${world.settings.corporation.corpId}</code>　接口 <code>${world.publicUrl}/cgi-bin/</code></p>
${apps}<div data-live="${base}/watch/rows">${rowsOf(world)}</div>`
  sendHtml(response, layout('记录', body, { base, tab: 'watch' }))
}

export const watchRows: Page = (world, _url, _request, response) => sendHtml(response, rowsOf(world))

function rowsOf(world: World): Markup {
  const time = (at: number) => new Date(at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai' })
  const warnings = world.warnings
    .slice(-mostShown)
    .reverse()
    .map(({ at, path, text }) => html`<tr><td>${time(at)}</td><td>${path}</td><td>${text}</td></tr>`)
  const attempts = world.callbacks.attempts
    .slice(-mostShown)
    .reverse()
    .map(
      ({ at, name, attempt, status, realMs }) =>
        html`<tr><td>${time(at)}</td><td>${name}</td><td>第 ${attempt} 次</td><td>${status}</td><td>${realMs} ms</td></tr>`,
    )
  const { dropped, givenUp, outstanding } = world.callbacks
  return html`<h2>警告</h2>${warnings.length > 0 ? html`<table>${warnings}</table>` : html`<p class="quiet">没有。</p>`}
<h2>回调</h2><p class="small quiet">在路上 ${outstanding}，故意丢掉 ${dropped}，三次都没送到 ${givenUp}</p><table>${attempts}</table>`
}
