import type { OpeningSpan } from '../../../contract/appointments.ts'
import { invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Replaces the weekly hours. What is booked stays. Throws `invalid` for stretches that overlap or run backwards. */
export async function setOpeningHours(tx: Tx, actor: Actor, spans: OpeningSpan[]): Promise<void> {
  const ordered = [...spans].sort((a, b) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1))
  for (const [index, span] of ordered.entries()) {
    if (span.closes <= span.opens) throw invalid('下班时间要晚于上班时间。')
    const before = ordered[index - 1]
    if (before?.weekday === span.weekday && span.opens < before.closes)
      throw invalid('同一天的两段时间重叠了，请检查。')
  }
  await tx.db.deleteFrom('openingHours').where('stationId', '=', tx.stationId).execute()
  if (ordered.length > 0) {
    await tx.db
      .insertInto('openingHours')
      .values(ordered.map((span) => ({ stationId: tx.stationId, id: newId(), ...span })))
      .execute()
  }
  await writeEvents(tx, actor, [
    {
      name: 'calendar.changed',
      subject: { kind: 'station', id: tx.stationId },
      data: { hours: ordered.length },
    },
  ])
}
