import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { inScope, villageScope } from '../residents/visibility.ts'

export type GroupOfChat = { id: string; name: string; villageId: string | null; villageName: string | null }

/** The group by its chat in WeCom; 404 when it is missing or not this officer's to see. Nobody in it is shown. */
export async function findGroupOfChat(tx: Tx, session: OfficerSession, chatId: string): Promise<GroupOfChat> {
  const { rows } = await tx.client.query({
    name: 'find-group-of-chat',
    text: `select g.id, g.name, g.village_id as "villageId", v.name as "villageName" from chat_groups g
      left join villages v on v.station_id = $1 and v.id = g.village_id
      where g.station_id = $1 and g.chat_id = $2 and ${inScope('g.village_id', 3)}`,
    values: [tx.stationId, chatId, villageScope(session)],
  })
  if (!rows[0]) throw notFound()
  return rows[0]
}
