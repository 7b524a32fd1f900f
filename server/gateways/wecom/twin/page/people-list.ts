import type { Person } from '../person.ts'
import type { World } from '../world.ts'
import { html, type Markup } from './html.ts'

export const perPage = 50

/** What somebody looks for, and from which place of the list on. */
export type Wanted = { words: string; from: number }

export function wantedOf(query: URLSearchParams): Wanted {
  const from = Number(query.get('from') ?? 0)
  return { words: (query.get('q') ?? '').trim(), from: Number.isInteger(from) && from > 0 ? from : 0 }
}

/** Those who talked last come first, then those who were there last; a page of them, and how many there are. */
export function findPeople(
  world: World,
  { words, from }: Wanted,
  fits: (person: Person) => boolean = () => true,
): { page: Person[]; total: number } {
  const talked = talkedAt(world)
  const found = [...world.people.values()]
    .reverse()
    .filter(
      (person) => (words === '' || `${person.name} ${person.place ?? ''}`.includes(words)) && fits(person),
    )
  const last = ({ externalUserId }: Person) => talked.get(externalUserId) ?? 0
  const first = found.filter((person) => last(person) > 0).sort((a, b) => last(b) - last(a))
  const all = [...first, ...found.filter((person) => last(person) === 0)]
  return { page: all.slice(from, from + perPage), total: all.length }
}

function talkedAt(world: World): Map<string, number> {
  const at = new Map<string, number>()
  for (const { sessions } of world.kf.accounts.values())
    for (const { externalUserId, bubbles, lastCustomerAt } of sessions.values()) {
      const last = Math.max(lastCustomerAt, bubbles.at(-1)?.at ?? 0)
      at.set(externalUserId, Math.max(at.get(externalUserId) ?? 0, last))
    }
  return at
}

/** The box above a list. `query` is what else the page's address holds. */
export function searchBox(
  query: Record<string, string>,
  { words }: Wanted,
  label = '找人：姓名或村',
): Markup {
  return html`<form method="get" class="row" role="search">${kept(query)}
<input type="text" name="q" value="${words}" placeholder="${label}" aria-label="${label}"><button>找</button></form>`
}

/** Below a list: how many there are, and the way on. */
export function turnPages(query: Record<string, string>, { words, from }: Wanted, total: number): Markup {
  const to = (place: number, label: string) => {
    const search = new URLSearchParams({ ...query, ...(words && { q: words }), from: String(place) })
    return html`<a class="button" href="?${search}">${label}</a>`
  }
  if (total === 0) return html`<p class="quiet">没有找到。</p>`
  if (total <= perPage) return html``
  return html`<div class="row small"><span class="grow quiet">第 ${from + 1}–${Math.min(from + perPage, total)} 个，共 ${total} 个</span>
${from > 0 && to(Math.max(0, from - perPage), '上一页')}${from + perPage < total && to(from + perPage, '下一页')}</div>`
}

/** The same as an address, for a part that is fetched again. */
export const addressOf = (path: string, query: Record<string, string>, { words, from }: Wanted) =>
  `${path}?${new URLSearchParams({ ...query, q: words, from: String(from) })}`

/** Some call themselves by their village already. */
export const nameOf = ({ name, place = '' }: Person): Markup =>
  html`<span class="grow"><strong>${name}</strong>${!name.startsWith(place) && html` <span class="quiet small">${place}</span>`}</span>`

function kept(query: Record<string, string>): Markup {
  return html`${Object.entries(query).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`
}
