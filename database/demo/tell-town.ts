import { buildBroadcasts } from './build-broadcasts.ts'
import { buildGroups } from './build-groups.ts'
import { buildMemberships } from './build-memberships.ts'
import { buildRegister, type Register } from './build-register.ts'
import { buildRumours } from './build-rumours.ts'
import { buildShifts } from './build-shifts.ts'
import { buildWorkContacts } from './build-work-contacts.ts'
import { dayAt } from './demo-time.ts'
import { planMatters } from './history/plan-matters.ts'
import { settleMatters } from './history/settle-matters.ts'
import { storyCount, writeStories } from './history/stories.ts'
import { writeToday } from './history/today.ts'
import { createVisitBook } from './history/visit-book.ts'
import { writeMatter } from './history/write-matter.ts'
import type { RowsOf } from './insert-rows.ts'
import type { Ledger } from './ledger.ts'
import { createRandom } from './random.ts'
import type { Person, Town } from './town.ts'

export type Page = { label: string; place: number; of: number; rows: RowsOf }

/** People kept for what is told word by word, so that the history does not touch them. */
const reservedPeople = 600

/** The whole town, page by page in the order of time: the same for the same town, seed and moment. */
export function* tellTown(town: Town, ledger: Ledger): Generator<Page> {
  const random = createRandom(town.seed, 'words')
  const register = buildRegister(town)
  const { reserved, others } = reserve(town, register)
  const visits = createVisitBook(town.closedDays, createRandom(town.seed, 'visits'))
  const matters = settleMatters(town, planMatters(town, others, visits), storyCount)
  const months = Map.groupBy(matters, (matter) => dayAt(matter.openedAt).slice(0, 7))
  const of = months.size + 5
  let place = 0
  const page = (label: string, rows: RowsOf): Page => ({ label, place: ++place, of, rows })

  const { residents: alsoThere, ...memberships } = buildMemberships(town, register)
  const { households, contacts } = register
  const residents = [...register.residents, ...alsoThere]
  const chatGroups = buildGroups(town, random)
  yield page('住户、居民、联系人', { households, residents, contacts, chatGroups, ...memberships })
  const work = buildWorkContacts(town, register, chatGroups)
  yield page('微信联系人和村群', work)
  const dutyShifts = buildShifts(town, ledger, random)
  writeStories(town, ledger, random, visits, reserved)
  yield page('值班表', { dutyShifts, ...ledger.take() })
  const villageOf = new Map(
    [...contacts, ...(work.contacts ?? [])].map(({ id, villageId }) => [id, villageId]),
  )
  const broadcasts = buildBroadcasts(town, ledger, {
    workContacts: work.workContacts ?? [],
    chatGroups,
    villageOf,
  })
  const rumours = buildRumours(town, ledger, chatGroups)
  yield page('预警发布、辟谣台', { ...broadcasts, ...rumours, ...ledger.take() })
  for (const [month, each] of months) {
    for (const matter of each) writeMatter(town, ledger, random, matter)
    yield page(month, ledger.take())
  }
  writeToday(town, ledger, random, visits, reserved)
  yield page('今天', ledger.take())
}

function reserve(town: Town, register: Register): { reserved: Person[]; others: Person[] } {
  const shuffled = createRandom(town.seed, 'reserve').shuffle(register.people)
  const strangers = shuffled.filter((person) => !person.village).slice(0, 4)
  const reserved = [...shuffled.slice(0, reservedPeople), ...strangers]
  // Whoever lives with them would count as the same party.
  const parties = new Set(reserved.map((person) => person.party))
  return {
    reserved: [...new Set(reserved)],
    others: register.people.filter((person) => !parties.has(person.party)),
  }
}
