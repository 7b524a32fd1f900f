import type { TemplateDetail } from '../../../../contract/broadcast-templates.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { officerNames } from '../../officers/views.ts'
import { fillTemplate } from './fill-template.ts'
import { findTemplate } from './find-template.ts'

/** One template, as it would stand today, with every version and review. */
export async function showTemplate(
  tx: Tx,
  session: OfficerSession,
  id: string,
  now = new Date(),
): Promise<TemplateDetail> {
  const template = await findTemplate(tx, id, now)
  const { rows } = await tx.client.query(
    `select 'version' as kind, version, title, body, spoken, '' as note, written_by as by, written_at as at
       from broadcast_template_versions where station_id = $1 and template_id = $2
     union all select 'review', version, '', '', '', note, reviewed_by, reviewed_at
       from broadcast_template_reviews where station_id = $1 and template_id = $2
     order by at desc, version desc`,
    [tx.stationId, id],
  )
  const names = await officerNames(
    tx,
    rows.flatMap(({ by }) => by ?? []),
  )
  const { words: filled, missing } = await fillTemplate(tx, session, template, null)
  return {
    template,
    filled,
    missing,
    history: rows.map(({ by, at, ...entry }) => ({
      ...entry,
      by: by ? { id: by, name: names.get(by) ?? '' } : null,
      at: at.toISOString(),
    })),
  }
}
