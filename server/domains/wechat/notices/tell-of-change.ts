import type { Context } from '../../../platform/context.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { secondPersons } from '../changes/second-persons.ts'
import { makeNotices } from './make-notices.ts'

const words: Record<string, string> = {
  approved: '已经同意，换好了',
  refused: '已经有人不同意',
  withdrawn: '提出的人撤回了',
  replaced: '提出的人改了内容，请看新的卡片',
  expired: '过了七天，已经作废',
  alone: '已经生效',
}

/**
 * A change of the channel waits, or waits no longer: tells those who may say yes, each once, and takes the button off the
 * cards of what is closed. Also by the clock, for whoever may say yes since yesterday only.
 */
export async function tellOfChange({ pool }: Pick<Context, 'pool'>, stationId: string): Promise<void> {
  await inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query(
      'select id, asked_by from wechat_changes where station_id = $1 and closed_at is null',
      [stationId],
    )
    const open = rows[0]
    if (open) {
      const may = await secondPersons(tx, open.asked_by)
      const officerIds = may.map(({ id }) => id)
      await makeNotices(tx, officerIds, { kind: 'wechat_change', about: open.id })
    }
    const { rows: closed } = await tx.client.query(
      `select distinct n.about, c.outcome from officer_notices n
       join wechat_changes c on c.station_id = $1 and c.id::text = n.about and c.closed_at is not null
       where n.station_id = $1 and n.kind = 'wechat_change' and n.state = 'sent' and n.card_words is null`,
      [stationId],
    )
    for (const { about, outcome } of closed)
      await tx.client.query(
        `update officer_notices set card_words = $3 where station_id = $1 and kind = 'wechat_change' and about = $2
           and state = 'sent' and response_code is not null and card_told_at is null`,
        [stationId, about, words[outcome] ?? '已经处理'],
      )
  })
}
