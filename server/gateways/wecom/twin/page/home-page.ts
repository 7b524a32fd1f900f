import type { Page } from '../http/serve.ts'
import type { KfAccount } from '../kf/state.ts'
import type { World } from '../world.ts'
import { baseOf } from './base.ts'
import { clockRow } from './clock-row.ts'
import { line } from './forms.ts'
import { html, type Markup, sendHtml } from './html.ts'
import { layout } from './layout.ts'
import { addressOf, findPeople, nameOf, searchBox, turnPages, type Wanted, wantedOf } from './people-list.ts'

/** The doors with their QR codes, and who may walk through them. */
export const homePage: Page = (world, url, _request, response) => {
  const base = baseOf(world)
  const wanted = wantedOf(url.searchParams)
  const body = html`<h1>企业微信模拟</h1>
<p class="quiet small">不连任何真实的企业微信；关掉就什么都不留。</p>
${clockRow(world)}
<h2>居民</h2>
${searchBox({}, wanted)}
<div data-live="${addressOf(`${base}/home/people`, {}, wanted)}">${peopleOf(world, wanted)}</div>
${line(base, 'add_person', {}, { name: 'name', label: '新来的居民叫什么', button: '添加' })}
<h2>门</h2>
<div data-live="${base}/home/doors">${doorsOf(world)}</div>
${line(base, 'add_account', {}, { name: 'name', label: '新的客服账号，如 东村服务站', button: '添加' })}`
  sendHtml(response, layout('居民与门', body, { base, tab: 'home' }))
}

export const homePeople: Page = (world, url, _request, response) =>
  sendHtml(response, peopleOf(world, wantedOf(url.searchParams)))
export const homeDoors: Page = (world, _url, _request, response) => sendHtml(response, doorsOf(world))

const mostShown = 50

function peopleOf(world: World, wanted: Wanted): Markup {
  const base = baseOf(world)
  if (world.people.size === 0) return html`<p class="quiet">还没有居民。</p>`
  const { page, total } = findPeople(world, wanted)
  const rows = page.map((person) => {
    const chats = [...world.kf.accounts.values()]
      .filter((account) => account.sessions.get(person.externalUserId)?.bubbles.length)
      .map(
        (account) =>
          html`<a class="button" href="${base}/phone?kf=${account.openKfId}&who=${person.externalUserId}">${account.name}</a>`,
      )
    return html`<div class="card row">${nameOf(person)}${chats}
<a class="button" href="${base}/person?who=${person.externalUserId}">打开手机</a></div>`
  })
  return html`${rows}${turnPages({}, wanted, total)}`
}

function doorsOf(world: World): Markup {
  const accounts = [...world.kf.accounts.values()].slice(0, mostShown)
  if (accounts.length === 0) return html`<p class="quiet">还没有客服账号。</p>`
  return html`${accounts.map((account) => doorsOfAccount(world, account))}`
}

function doorsOfAccount(world: World, account: KfAccount): Markup {
  const base = baseOf(world)
  const doors = account.doors.map((door) => {
    const path = door.url.slice(world.publicUrl.length)
    const picture = `${base}/qr/door?${new URLSearchParams({ path })}`
    return html`<div class="row"><a class="qr" href="${base}${path}"><img src="${picture}" alt="从这个门进来" loading="lazy"></a>
<div class="grow small"><p>${door.scene || '没有场景'}</p><a class="button" href="${base}${path}">从这个门进来</a></div></div>`
  })
  return html`<div class="card"><strong>${account.name}</strong> <code class="quiet">${account.openKfId}</code>
${doors.length > 0 ? doors : html`<p class="quiet small">工作台还没有为它做链接。</p>`}
${line(base, 'add_door', { kf: account.openKfId }, { name: 'scene', label: '场景，如 dongcun', button: '做链接' })}</div>`
}
