import type { CapDetail } from '../../../../contract/cap.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { type AlertRow, alertRows, toLine } from './alert-rows.ts'

type Ref = CapDetail['earlier'][number]

const named = 'f.sender = e.sender and f.identifier = e.identifier and f.sent_at = e.sent_at'

/** The earlier alerts that this one names and we have, and the later ones that name it. */
export async function relatedAlerts(tx: Tx, id: string): Promise<{ earlier: Ref[]; later: Ref[] }> {
  const ask = async (condition: string) => {
    const { rows } = await tx.client.query(`${alertRows} and ${condition} order by a.sent_at`, [
      tx.stationId,
      id,
    ])
    return rows.map(toRef)
  }
  return {
    earlier: await ask(`exists (select from cap_references f, cap_alerts e
      where f.station_id = $1 and f.alert_id = $2 and e.station_id = $1 and e.id = a.id and ${named})`),
    later: await ask(`exists (select from cap_references f, cap_alerts e
      where f.station_id = $1 and f.alert_id = a.id and e.station_id = $1 and e.id = $2 and ${named})`),
  }
}

function toRef(row: AlertRow): Ref {
  const { id, headline, msgType, sentAt } = toLine(row, new Date())
  return { id, headline, msgType, sentAt }
}
