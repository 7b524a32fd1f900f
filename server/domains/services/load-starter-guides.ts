import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { contentKeys } from './guide-content.ts'
import { starterGuides } from './starter/guides.ts'
import type { StarterGuide } from './starter/starter-guide.ts'
import { replaceMaterials } from './store.ts'

/** Puts the delivered guides into a station that does not have them yet (told by their codes); returns how many. */
export async function loadStarterGuides(tx: Tx): Promise<number> {
  let loaded = 0
  for (const [position, guide] of starterGuides.entries()) {
    const id = newId()
    const added = await tx.db
      .insertInto('guides')
      .values({
        stationId: tx.stationId,
        id,
        code: guide.code,
        slug: guide.slug,
        category: guide.category,
        name: guide.name,
        summary: guide.summary,
        content: JSON.stringify(contentOf(guide)),
        bookable: guide.bookable,
        minutes: guide.minutes,
        workingDays: guide.workingDays,
        expiresOn: guide.expiresOn,
        position,
      })
      .onConflict((conflict) => conflict.columns(['stationId', 'code']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) continue
    await replaceMaterials(
      tx,
      id,
      guide.materials.map(({ when, note, rule, ...material }) => ({
        ...material,
        neededWhen: when ?? null,
        note: note ?? null,
        when: rule ?? [],
      })),
    )
    loaded++
  }
  return loaded
}

function contentOf(guide: StarterGuide) {
  return Object.fromEntries(contentKeys.map((key) => [key, guide[key]]))
}
