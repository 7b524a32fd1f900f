import { loadDefaultCalendar } from '../../server/domains/appointments/load-default-calendar.ts'
import { loadStarterTemplates } from '../../server/domains/broadcasts/templates/load-starter-templates.ts'
import { beginWithEdition } from '../../server/domains/editions/offer-edition.ts'
import { loadStarterScripts } from '../../server/domains/scripts/load-starter-scripts.ts'
import { loadStarterGuides } from '../../server/domains/services/load-starter-guides.ts'
import { createAccount, hashPassword } from '../../server/platform/auth/accounts.ts'
import type { Tx } from '../../server/platform/tenancy.ts'
import { demoAccounts, demoPassword } from './demo-accounts.ts'
import { type DemoTime, day } from './demo-time.ts'
import { demoHours } from './history/visit-book.ts'
import { insertRows } from './insert-rows.ts'
import { fakePhone } from './people-names.ts'
import { createRandom } from './random.ts'
import type { Town, TownGuide, TownScript } from './town.ts'
import { demoVillages } from './villages.ts'

/** Villages, officers with their accounts, and what a station starts with: scripts, guides, calendar, counters. */
export async function openTown(tx: Tx, time: DemoTime, seed: number): Promise<Town> {
  const random = createRandom(seed, 'town')
  const long = time.start - 400 * day
  const officers = demoAccounts.map((account) => ({ ...account, id: random.id(long) }))
  const villages = demoVillages.map((village) => ({
    ...village,
    id: random.id(long),
    auxiliaryId: officers.find((officer) => officer.villageCode === village.code)!.id,
  }))
  await insertRows(
    tx,
    'villages',
    villages.map(({ id, code, name, aliases, latitude, longitude, boundary }, index) => ({
      id,
      code,
      name,
      aliases,
      latitude,
      longitude,
      boundary: JSON.stringify(boundary),
      position: index + 1,
    })),
  )
  const passwordHash = await hashPassword(demoPassword)
  await insertRows(
    tx,
    'officers',
    officers.map(({ id, username, name, role }, index) => ({
      id,
      userId: id,
      username,
      name,
      role,
      phone: fakePhone(690_000 + index),
      createdAt: new Date(long + index * 1000),
    })),
  )
  for (const { id, username, name } of officers) {
    await createAccount(tx, {
      userId: id,
      officerId: id,
      username,
      name,
      passwordHash,
      initialPasswordUntil: null,
    })
  }
  await insertRows(
    tx,
    'officerVillages',
    villages.map(({ id, auxiliaryId }) => ({ officerId: auxiliaryId, villageId: id })),
  )
  const chiefId = officers[0]!.id
  await loadStarterScripts(tx, { approvedBy: chiefId })
  await loadStarterGuides(tx)
  await beginWithEdition(tx)
  await loadStarterTemplates(tx, { ownerId: chiefId, now: new Date(time.now) })
  await insertRows(
    tx,
    'openingHours',
    demoHours.map((hours) => ({ id: random.id(long), ...hours })),
  )
  await loadDefaultCalendar(tx)
  await dateScripts(tx, new Date(long))
  return {
    stationId: tx.stationId,
    time,
    seed,
    villages,
    officers,
    chiefId,
    auxiliaryIds: villages.map((village) => village.auxiliaryId),
    ...(await readStarters(tx)),
  }
}

/** The scripts were approved when the history began, or no figure of an earlier month would know them. */
async function dateScripts(tx: Tx, at: Date): Promise<void> {
  for (const [table, column] of [
    ['scripts', 'created_at'],
    ['script_versions', 'drafted_at'],
    ['script_approvals', 'approved_at'],
  ])
    await tx.client.query(`update ${table} set ${column} = $2 where station_id = $1`, [tx.stationId, at])
}

async function readStarters(
  tx: Tx,
): Promise<Pick<Town, 'guides' | 'scripts' | 'counterIds' | 'calendar' | 'closedDays'>> {
  const read = async <T>(text: string) => (await tx.client.query(text, [tx.stationId])).rows as T[]
  const guides = await read<TownGuide>(
    `select g.id, g.code, g.name, g.minutes::int as minutes, g.working_days::int as "workingDays",
       coalesce((select json_agg(json_build_object('key', m.key, 'name', m.name, 'neededWhen', m.needed_when,
         'form', m.form, 'copies', m.copies, 'electronic', m.electronic, 'shared', m.shared, 'advice', m.note) order by m.position)
         from guide_materials m where m.station_id = $1 and m.guide_id = g.id), '[]') as materials
     from guides g where g.station_id = $1`,
  )
  const scripts = await read<TownScript>(
    `select s.id, s.code, v.body, s.auxiliary_may as "auxiliaryMay" from scripts s
     join script_versions v on v.station_id = $1 and v.script_id = s.id and v.version = 1 where s.station_id = $1`,
  )
  const counters = await read<{ id: string }>(
    'select id from counters where station_id = $1 order by position',
  )
  const days = await read<{ day: string; kind: string }>(
    'select day::text, kind from calendar_days where station_id = $1',
  )
  return {
    guides: new Map(guides.map((guide) => [guide.code, guide])),
    scripts: new Map(scripts.map((script) => [script.code, script])),
    counterIds: counters.map((counter) => counter.id),
    calendar: new Map(days.map(({ day: date, kind }) => [date, kind === 'workday'])),
    closedDays: new Set(days.filter(({ kind }) => kind === 'off').map(({ day: date }) => date)),
  }
}
