import type { Static } from 'typebox'
import type { WechatSetup } from '../../../contract/wechat.ts'
import type { Context } from '../../platform/context.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { openSecret, sealSecret } from '../../platform/seal-secret.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { loosenBindings } from '../officers/wecom/loosen-bindings.ts'
import { checkSetup } from './changes/check-setup.ts'
import { identityAfter, lockIdentity } from './changes/identity.ts'
import { aboutOf } from './channel.ts'
import { forgetHeard } from './note-heard.ts'

/**
 * Sets or changes the channel at once. What is left out stays. A new secret or callback seal stands beside the old one for
 * `overlapSeconds` (callbacks that were sealed before the change are still on their way), then only the new one counts.
 */
export async function applySetup(
  context: Pick<Context, 'config'>,
  tx: Tx,
  actor: Actor,
  setup: Static<typeof WechatSetup>,
  /** Who typed it in; the actor may be the one who said yes to it. */
  configuredBy: string | null,
): Promise<void> {
  checkSetup(setup)
  const before = await lockIdentity(tx)
  const { baseUrl, agentId } = identityAfter(before, setup)
  const isMoved = before && (before.corpId !== setup.corpId || before.baseUrl !== baseUrl)
  const loosened = isMoved ? await loosenBindings(tx) : 0
  if (isMoved || (before?.agentId ?? agentId) !== agentId) await forgetHeard(tx)
  await tx.client.query(
    `insert into wechat_channels (station_id, corp_id, base_url, configured_by, agent_id, login_url)
     values ($1, $2, $3, $4, $5, nullif($6, ''))
     on conflict (station_id) do update set corp_id = excluded.corp_id, base_url = excluded.base_url,
       configured_at = clock_timestamp(), configured_by = excluded.configured_by, call_error = null,
       agent_id = coalesce(excluded.agent_id, wechat_channels.agent_id),
       login_url = case when $6::text is null then wechat_channels.login_url else excluded.login_url end`,
    [tx.stationId, setup.corpId, baseUrl, configuredBy, setup.agentId ?? null, setup.loginUrl ?? null],
  )
  const overlap = setup.overlapSeconds ?? 30
  if (setup.secret) await replaceSecret(context, tx, configuredBy, 'app_secret', setup.secret, overlap)
  if (setup.callbackToken && setup.encodingAesKey) {
    const seal = JSON.stringify({ token: setup.callbackToken, encodingAesKey: setup.encodingAesKey })
    await replaceSecret(context, tx, configuredBy, 'callback', seal, overlap)
  }
  await writeEvents(tx, actor, [
    {
      name: 'wechat.configured',
      subject: { kind: 'station', id: tx.stationId },
      data: {
        ...{ corpId: setup.corpId, baseUrl, bindingsLoosened: loosened },
        ...{ secret: Boolean(setup.secret), callback: Boolean(setup.callbackToken) },
      },
    },
  ])
}

async function replaceSecret(
  context: Pick<Context, 'config'>,
  tx: Tx,
  setBy: string | null,
  kind: 'app_secret' | 'callback',
  text: string,
  overlapSeconds: number,
): Promise<void> {
  const { rows } = await tx.client.query(
    'select id, sealed from wechat_secrets where station_id = $1 and kind = $2 and retires_at is null for update',
    [tx.stationId, kind],
  )
  // Typed in once more, by a second tap or a second person: it is the one that counts already.
  if (
    rows.some(
      ({ id, sealed }) => openSecret(context.config.dataDir, aboutOf(tx.stationId, id), sealed) === text,
    )
  )
    return
  await tx.client.query(
    `update wechat_secrets set retires_at = clock_timestamp() + $3 * interval '1 second'
     where station_id = $1 and kind = $2 and retires_at is null`,
    [tx.stationId, kind, overlapSeconds],
  )
  // A secret that is over is of no use to anybody: its seal goes as well.
  await tx.client.query(
    'delete from wechat_secrets where station_id = $1 and retires_at < clock_timestamp()',
    [tx.stationId],
  )
  const id = newId()
  const sealed = sealSecret(context.config.dataDir, aboutOf(tx.stationId, id), text)
  await tx.client.query(
    'insert into wechat_secrets (station_id, id, kind, sealed, set_by) values ($1, $2, $3, $4, $5)',
    [tx.stationId, id, kind, sealed, setBy],
  )
}
