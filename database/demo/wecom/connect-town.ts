import { applySetup } from '../../../server/domains/wechat/apply-setup.ts'
import { readIdentity } from '../../../server/domains/wechat/changes/identity.ts'
import { forgetChannel, loadChannel } from '../../../server/domains/wechat/channel.ts'
import { learnAccounts } from '../../../server/domains/wechat/learn-accounts.ts'
import { openDoor } from '../../../server/domains/wechat/open-door.ts'
import { forgetPlaces } from '../../../server/domains/wechat/sign-in/list-places.ts'
import { demoCallback } from '../../../server/gateways/wecom/twin/corporation/demo-corporation.ts'
import type { Twin } from '../../../server/gateways/wecom/twin/start-twin.ts'
import type { Context } from '../../../server/platform/context.ts'
import { inStation } from '../../../server/platform/tenancy.ts'
import { beginAnew } from './begin-anew.ts'
import { carryAddresses } from './carry-addresses.ts'
import { accountIdOf } from './read-accounts.ts'
import { readCorporation } from './read-corporation.ts'

const system = { kind: 'system', id: null } as const

/**
 * Connects a demo station to a twin that has just started, the way the set-up page would: the twin gets what the station
 * knows, the station the twin's address and secrets, its accounts and a door for each. Before the WeChat worker runs.
 * False, and nothing is done, when the station is connected to another corporation: that one is real.
 */
export async function connectTown(
  context: Pick<Context, 'pool' | 'config'>,
  stationId: string,
  twin: Twin,
): Promise<boolean> {
  const { corpId } = twin.control.corporation
  const [app] = twin.control.corporation.apps()
  const corporation = await inStation(context.pool, stationId, async (tx) => {
    const before = await readIdentity(tx)
    if (before && before.corpId !== corpId) return null
    await carryAddresses(tx, twin.url)
    await beginAnew(tx)
    const secret = app!.secrets[0]!.secret
    const places = { corpId, baseUrl: twin.url, agentId: app!.agentId, secret }
    const seal = { callbackToken: demoCallback.token, encodingAesKey: demoCallback.encodingAesKey }
    await applySetup(context, tx, system, { ...places, ...seal }, null)
    return readCorporation(tx)
  })
  if (!corporation) return false
  twin.control.seed(corporation)
  forgetChannel(context, stationId)
  forgetPlaces(context)
  const channel = await loadChannel(context, stationId)
  await learnAccounts(context, channel!.api!, stationId)
  for (const { openKfid, villageId } of await listDoorless(context, stationId))
    await openDoor(context, stationId, openKfid, villageId, system)
  return true
}

/** The first accounts, as long as they have no door yet. */
async function listDoorless({ pool }: Pick<Context, 'pool'>, stationId: string) {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `select p.code, p.village_id as "villageId" from (select code, null::uuid as village_id, -1 as position from stations where id = $1
         union all select code, id, position from villages where station_id = $1) p order by p.position`,
      [stationId],
    ),
  )
  const { rows: doors } = await inStation(pool, stationId, (tx) =>
    tx.client.query('select distinct open_kfid from kf_doors where station_id = $1', [stationId]),
  )
  const opened = new Set(doors.map((row) => row.open_kfid))
  return rows
    .map(({ code, villageId }) => ({ openKfid: accountIdOf(code), villageId: villageId as string | null }))
    .filter(({ openKfid }) => !opened.has(openKfid))
}
