import { forgetChannel } from '../../../server/domains/wechat/channel.ts'
import { readSettings } from '../../../server/gateways/wecom/twin/settings.ts'
import type { Context } from '../../../server/platform/context.ts'
import { writeEvents } from '../../../server/platform/events/write-events.ts'
import { inStation } from '../../../server/platform/tenancy.ts'

/**
 * A start without the twin: the demo station is connected to nobody, rather than to one who never answers. What a person
 * has set up, be it another emulator, stays; and so do accounts and doors, for the next start with it.
 */
export async function disconnectTown(context: Pick<Context, 'pool'>, stationId: string): Promise<void> {
  const { corpId } = readSettings().corporation
  await inStation(context.pool, stationId, async (tx) => {
    const { rowCount } = await tx.client.query(
      'delete from wechat_channels where station_id = $1 and corp_id = $2 and configured_by is null',
      [stationId, corpId],
    )
    if (rowCount === 0) return
    const subject = { kind: 'station', id: stationId } as const
    const data = { corpId: null, baseUrl: null, bindingsLoosened: 0, secret: false, callback: false }
    await writeEvents(tx, { kind: 'system', id: null }, [{ name: 'wechat.configured', subject, data }])
  })
  forgetChannel(context, stationId)
}
