import { relationKey } from '../contacts/relations.ts'
import type { Relation } from '../contacts/state.ts'
import type { Member } from '../corporation/app.ts'
import type { Page } from '../http/serve.ts'
import type { World } from '../world.ts'
import { baseOf } from './base.ts'
import { chatLink } from './chat-page.ts'
import { deed } from './forms.ts'
import { html, type Markup, sendHtml } from './html.ts'
import { layout } from './layout.ts'
import { officerOf } from './officer-of.ts'
import { addressOf, findPeople, nameOf, searchBox, turnPages, type Wanted, wantedOf } from './people-list.ts'
import { sendPickPage } from './pick-page.ts'

const mostShown = 5

/** The first of her contacts, and the way to all; residents who are none yet can become one. */
export function contactsPart(world: World, officer: Member): Markup {
  const base = baseOf(world)
  const { page, total } = findContacts(world, officer, { words: '', from: 0 })
  return html`${total === 0 && html`<p class="quiet">还没有客户。</p>`}${page.slice(0, mostShown).map((one) => one.card)}
<div class="row">${total > mostShown && html`<a class="button" href="${base}/officer/contacts?who=${officer.userid}">全部 ${total} 位客户</a>`}
<a class="button" href="${base}/officer/contacts/new?who=${officer.userid}">加一位客户</a></div>`
}

/** All of her contacts. */
export const contactsPage: Page = (world, url, _request, response) => {
  const base = baseOf(world)
  const officer = officerOf(world, url)
  const wanted = wantedOf(url.searchParams)
  const query = { who: officer.userid }
  const body = html`<h1>${officer.name} 的客户</h1>${searchBox(query, wanted)}
<div data-live="${addressOf(`${base}/officer/contacts/rows`, query, wanted)}">${rowsOf(world, officer, wanted)}</div>`
  sendHtml(response, layout(officer.name, body, { base, tab: 'officer' }))
}

export const contactRows: Page = (world, url, _request, response) =>
  sendHtml(response, rowsOf(world, officerOf(world, url), wantedOf(url.searchParams)))

function rowsOf(world: World, officer: Member, wanted: Wanted): Markup {
  const { page, total } = findContacts(world, officer, wanted)
  return html`${page.map((one) => one.card)}${turnPages({ who: officer.userid }, wanted, total)}`
}

export const newContactPage: Page = (world, url, _request, response) => {
  const { userid, name } = officerOf(world, url)
  sendPickPage(world, url, response, {
    title: `谁来加${name}？`,
    query: { who: userid },
    fits: ({ externalUserId }) => !world.contacts.relations.has(relationKey(userid, externalUserId)),
    button: ({ externalUserId: who }) =>
      deed(baseOf(world), 'contact_add', { officer: userid, who }, '加为客户'),
  })
}

function findContacts(world: World, officer: Member, wanted: Wanted) {
  const of = (who: string) => world.contacts.relations.get(relationKey(officer.userid, who))
  const { page, total } = findPeople(world, wanted, ({ externalUserId }) => of(externalUserId) !== undefined)
  const cards = page.map((person) => ({ card: cardOf(world, nameOf(person), of(person.externalUserId)!) }))
  return { page: cards, total }
}

function cardOf(world: World, name: Markup, { userid, externalUserId: who, half, oneWay }: Relation): Markup {
  const base = baseOf(world)
  const fields = { officer: userid, who }
  return html`<div class="card row"><div class="row wide">${name}<span class="quiet small">${half ? '待确认' : oneWay ? '对方已删除' : ''}</span></div>
${chatLink(world, { officer: userid, kind: 'person', id: who, openKfId: '' })}
${half && deed(base, 'contact_confirm', fields, '通过')}
${deed(base, 'contact_remove', fields, '删除客户', 'danger')}
${!oneWay && deed(base, 'contact_left', fields, '客户删除她', 'danger')}</div>`
}
