import type { Static } from 'typebox'
import type { WechatSetup } from '../../../../contract/wechat.ts'
import type { Context } from '../../../platform/context.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import { sealSecret } from '../../../platform/seal-secret.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { aboutOf } from '../channel.ts'
import { closeChange } from './close-change.ts'
import { type Identity, identityAfter, identityChanges } from './identity.ts'
import { readOpenChange } from './open-change.ts'
import { secondPersons } from './second-persons.ts'

const keptDays = 7

/**
 * Puts down what shall be another corporation, application or server, for a second person to say yes to. It takes the
 * place of one that waits. The caller holds the channel's lock.
 */
export async function askChange(
  context: Pick<Context, 'config'>,
  tx: Tx,
  actor: Actor,
  before: Identity,
  setup: Static<typeof WechatSetup>,
): Promise<void> {
  const { dataDir } = context.config
  const text = JSON.stringify(setup)
  const open = await readOpenChange(tx, dataDir)
  // A second tap asks for nothing new; her seven days and the 24 hours run on.
  if (open?.askedBy === actor.id && JSON.stringify(open?.setup) === text) return
  if (open) await closeChange(tx, actor, open, 'replaced')
  const id = newId()
  const isAlone = (await secondPersons(tx, actor.id!)).length === 0
  await tx.client.query(
    `insert into wechat_changes (station_id, id, sealed, asked_by, expires_at, alone_since)
     values ($1, $2, $3, $4, clock_timestamp() + make_interval(days => $5), case when $6 then clock_timestamp() end)`,
    [tx.stationId, id, sealSecret(dataDir, aboutOf(tx.stationId, id), text), actor.id, keptDays, isAlone],
  )
  const subject = { kind: 'wechat_change', id }
  const changes = identityChanges(before, identityAfter(before, setup))
  await writeEvents(tx, actor, [
    {
      name: 'wechat_change.asked',
      subject,
      data: { changes, secret: Boolean(setup.secret), callback: Boolean(setup.callbackToken) },
    },
    ...(isAlone ? [{ name: 'wechat_change.left_alone' as const, subject }] : []),
  ])
}
