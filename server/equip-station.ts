import { loadCalendar } from './domains/appointments/load-calendar.ts'
import { loadDefaultCalendar } from './domains/appointments/load-default-calendar.ts'
import { loadStarterTemplates } from './domains/broadcasts/templates/load-starter-templates.ts'
import { beginWithEdition } from './domains/editions/offer-edition.ts'
import { loadStarterScripts } from './domains/scripts/load-starter-scripts.ts'
import { loadStarterGuides } from './domains/services/load-starter-guides.ts'
import type { Context } from './platform/context.ts'
import type { JobData } from './platform/jobs/jobs.ts'
import { inStation } from './platform/tenancy.ts'

/** Gives a new station what it begins with: guides, scripts, broadcast templates, opening hours and the public holidays. Twice is as once. */
export async function equipStation(context: Context, { stationId }: JobData): Promise<void> {
  await inStation(context.pool, stationId, async (tx) => {
    await loadStarterScripts(tx)
    await loadStarterGuides(tx)
    await beginWithEdition(tx)
    await loadStarterTemplates(tx)
    await loadDefaultCalendar(tx)
    await loadCalendar(tx)
  })
}
