import type { NewGuide } from '../../../contract/services.ts'
import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { contentKeys } from './guide-content.ts'
import { keepVersion, readSays } from './keep-version.ts'
import { replaceMaterials } from './store.ts'
import { findGuide } from './views.ts'

/** A year, after which somebody reads it again. */
const rereadDays = 365

/** A guide of the station's own, empty or as a copy of another; residents see it once it is shown. */
export async function createGuide(
  tx: Tx,
  actor: Actor,
  making: NewGuide,
  now = new Date(),
): Promise<{ id: string; slug: string }> {
  const origin = making.copyOf === undefined ? null : await findGuide(tx, { slug: making.copyOf })
  if (making.copyOf !== undefined && !origin) throw notFound()
  const says = origin ? await readSays(tx, origin.id) : null
  const id = newId()
  const number = await nextNumber(tx)
  const slug = `station-${number}`
  await tx.db
    .insertInto('guides')
    .values({
      stationId: tx.stationId,
      id,
      code: `S${String(number).padStart(2, '0')}`,
      slug,
      category: making.category,
      name: making.name.trim(),
      summary: says?.summary ?? making.name.trim(),
      content: JSON.stringify(
        says ? Object.fromEntries(contentKeys.map((key) => [key, says[key]])) : emptyContent,
      ),
      bookable: says?.bookable ?? false,
      minutes: says?.minutes ?? 15,
      workingDays: says?.workingDays ?? null,
      expiresOn: stationDay(new Date(now.getTime() + rereadDays * 864e5)),
      position: 500 + number,
      hiddenAt: now,
      ownerId: actor.id,
    })
    .execute()
  await replaceMaterials(
    tx,
    id,
    (says?.materials ?? []).map((material) => ({ ...material, when: material.when ?? [] })),
  )
  await keepVersion(tx, id, 1, { officerId: actor.id, at: now })
  await writeEvents(tx, actor, [
    { name: 'guide.created', subject: { kind: 'guide', id }, data: { copyOf: origin?.id ?? null } },
  ])
  return { id, slug }
}

/** The station's own guides are counted on; two made at once wait for each other at the lock. */
async function nextNumber(tx: Tx): Promise<number> {
  await tx.client.query(`select pg_advisory_xact_lock(hashtextextended('guides ' || $1::text, 0))`, [
    tx.stationId,
  ])
  const { rows } = await tx.client.query(
    `select coalesce(max(substring(code from 2)::int), 0) + 1 as next from guides
     where station_id = $1 and code ~ '^S[0-9]+$'`,
    [tx.stationId],
  )
  return rows[0].next
}

const emptyContent = {
  conditions: [],
  feeYuan: null,
  feeNote: '',
  timeLimit: '以窗口告知为准',
  where: '派出所户籍窗口',
  online: null,
  steps: [],
  mistakes: [],
  notAskedFor: [],
  legalBasis: [],
  askedAs: [],
  needsCheck: true,
}
