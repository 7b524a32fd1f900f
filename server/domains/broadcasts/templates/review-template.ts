import type { TemplateReview } from '../../../../contract/broadcast-templates.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import { addDays, stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findTemplate } from './find-template.ts'

const longestDays = 400

/** Somebody has read it again and found that it still holds; it is asked for again by `nextOn`, which is no further than a good year. */
export async function reviewTemplate(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  { version, nextOn, note }: TemplateReview,
): Promise<{ done: true }> {
  const template = await findTemplate(tx, id, new Date(), 'for update')
  if (template.version !== version) throw conflict('同事刚刚改过这个模板，请看过新的再复核。')
  if (template.retiredAt) throw conflict('这个模板已经停用，请先恢复。')
  const today = stationDay(new Date())
  if (nextOn <= today) throw invalid('下次复核的日期要在今天以后。')
  if (nextOn > addDays(today, longestDays)) throw invalid('最晚一年以后就要再看一遍，请改近一些。')
  if (nextOn < template.reviewOn) throw invalid('下次复核的日期不能早于原来定的。')
  await tx.db
    .insertInto('broadcastTemplateReviews')
    .values({
      stationId: tx.stationId,
      id: newId(),
      templateId: id,
      version,
      nextOn,
      note,
      reviewedBy: session.officerId,
    })
    .execute()
  await writeEvents(tx, actor, [
    {
      name: 'broadcast_template.reviewed',
      subject: { kind: 'broadcast_template', id },
      data: { version, nextOn },
    },
  ])
  return { done: true }
}
