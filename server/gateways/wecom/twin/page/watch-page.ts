import { type App, sources } from '../corporation/app.ts'
import { demoCallback } from '../corporation/demo-corporation.ts'
import type { Page } from '../http/serve.ts'
import type { World } from '../world.ts'
import { baseOf } from './base.ts'
import { clockRow } from './clock-row.ts'
import { hidden } from './forms.ts'
import { html, type Markup, sendHtml } from './html.ts'
import { layout } from './layout.ts'

const mostShown = 30
const labels: Record<string, string> = {
  url: '回调地址',
  token: 'Token',
  encodingAesKey: 'EncodingAESKey',
}

const placeWords: Record<string, string> = {
  all: '三处都填',
  customer_service: '微信客服的接收事件服务器',
  application: '应用的接收消息',
  contacts: '客户联系的接收事件服务器',
}

/** For whoever builds the client: what it did that the real server would pass over, and how callbacks fared. */
export const watchPage: Page = (world, _url, _request, response) => {
  const base = baseOf(world)
  const apps = [...world.corporation.apps.values()].map((app) => appCard(base, app))
  const body = html`<h1>记录</h1>${clockRow(world)}
<p class="small">企业 <code>${world.settings.corporation.corpId}</code>　接口 <code>${world.publicUrl}/cgi-bin/</code></p>
${apps}<div data-live="${base}/watch/rows">${rowsOf(world)}</div>`
  sendHtml(response, layout('记录', body, { base, tab: 'watch' }))
}

/** The address of an app's callback, kept only when it answers as it should. */
function appCard(base: string, app: App): Markup {
  const { url, token, encodingAesKey } = Object.values(app.seals).flat().at(-1) ?? {
    url: '',
    ...demoCallback,
  }
  const fields = Object.entries({ url, token, encodingAesKey }).map(
    ([name, value]) => html`<label class="field small">${labels[name]}
<input type="text" name="${name}" value="${value}" autocomplete="off" required data-keep></label>`,
  )
  const places = Object.entries(placeWords).map(
    ([value, words]) => html`<option value="${value}">${words}</option>`,
  )
  const forgotten = sources.filter((source) => app.seals[source].length === 0)
  return html`<div class="card"><strong>${app.name}</strong> <span class="small quiet">agentid ${app.agentId}</span>
${forgotten.length > 0 && html`<p class="small quiet">还没有设置回调：${forgotten.map((source) => placeWords[source]).join('、')}</p>`}
<form method="post" action="${base}/act">${hidden('save_callback', { app: app.name })}${fields}
<label class="field small">填在哪里
<select name="source" data-keep>${places}</select></label>
<button>检查并保存回调</button></form></div>`
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
