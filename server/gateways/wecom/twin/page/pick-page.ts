import type { ServerResponse } from 'node:http'
import type { Person } from '../person.ts'
import type { World } from '../world.ts'
import { baseOf } from './base.ts'
import { html, type Markup, sendHtml } from './html.ts'
import { layout } from './layout.ts'
import { findPeople, nameOf, searchBox, turnPages, wantedOf } from './people-list.ts'

type Picking = {
  title: string
  /** What of the address the page goes on holding. */
  query: Record<string, string>
  button: (person: Person) => Markup
  fits?: (person: Person) => boolean
  above?: Markup
}

/** A page that asks who does something: everybody who may, to be looked for, each with a button. */
export function sendPickPage(world: World, url: URL, response: ServerResponse, picking: Picking): void {
  const { title, query, button, fits, above } = picking
  const wanted = wantedOf(url.searchParams)
  const { page, total } = findPeople(world, wanted, fits)
  const rows = page.map((person) => html`<div class="card row">${nameOf(person)}${button(person)}</div>`)
  const body = html`<h1>${title}</h1>${above}${searchBox(query, wanted)}${rows}${turnPages(query, wanted, total)}`
  sendHtml(response, layout(title, body, { base: baseOf(world) }))
}
