import { createHash } from 'node:crypto'
import { readCallbackQuery } from '../../gateways/wecom/callback-query.ts'
import { CallbackRefusal } from '../../gateways/wecom/callback-refusal.ts'
import { openCallback } from '../../gateways/wecom/open-callback.ts'
import { type CallbackEvent, readCallbackEvent } from '../../gateways/wecom/read-callback-event.ts'
import { readCallbackText } from '../../gateways/wecom/read-callback-text.ts'
import type { CallbackSeal } from '../../gateways/wecom/seal-callback.ts'
import { isSignedBy } from '../../gateways/wecom/signature.ts'
import { fieldOf } from '../../gateways/wecom/xml-fields.ts'
import type { Context } from '../../platform/context.ts'
import { failpoint } from '../../platform/failpoint.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { keepHint } from './keep-hint.ts'
import { wakeWechat } from './wake.ts'

/**
 * A delivery of WeCom: checked, stored as it came, and the account it hints at is marked to be looked at, in one
 * transaction; returns after the commit. A repeat changes nothing. Throws CallbackRefusal for what is not WeCom's;
 * what is signed by our token and cannot be read is kept for the maintainers before it is refused.
 */
export async function takeCallback(
  context: Pick<Context, 'pool' | 'jobs'>,
  stationId: string,
  seals: CallbackSeal[],
  query: string,
  body: Buffer,
): Promise<void> {
  failpoint('callback: before verify')
  try {
    const { root, digest } = openCallback(query, body, seals)
    const event = readCallbackEvent(root)
    failpoint('callback: before store')
    await inStation(context.pool, stationId, async (tx) => {
      if (!(await storeEnvelope(tx, { query, body, digest, event: event.event }))) return
      failpoint('callback: between envelope and hint')
      await noteHint(tx, event)
      await keepHint(tx, event)
      failpoint('callback: before commit')
    })
    failpoint('callback: after commit')
    wakeWechat(stationId)
  } catch (error) {
    if (error instanceof CallbackRefusal && isOurs(query, body, seals))
      await keepUnreadable(context, stationId, query, body, error.code)
    throw error
  }
}

/** Tells whether it is new. */
async function storeEnvelope(
  tx: Tx,
  envelope: { query: string; body: Buffer; digest: string; event: string; failCode?: string },
): Promise<boolean> {
  const { query, body, digest, event, failCode } = envelope
  const { rows } = await tx.client.query({
    name: 'store-wechat-envelope',
    text: `insert into wechat_envelopes as e (station_id, digest, query, body, event, handled_at, fail_code)
      values ($1, $2, $3, $4, $5, case when $6::text is null then clock_timestamp() end, $6)
      on conflict (station_id, digest) do update set repeats = e.repeats + 1 returning e.repeats`,
    values: [tx.stationId, digest, query, body, event.slice(0, 64), failCode ?? null],
  })
  return rows[0].repeats === 0
}

async function noteHint(tx: Tx, event: CallbackEvent): Promise<void> {
  if (event.kind === 'kf_waiting') {
    // Servers of 2021 do not say which account: then all of them are looked at.
    await tx.client.query({
      name: 'want-kf-account',
      text: event.openKfid
        ? `insert into kf_accounts (station_id, open_kfid, wanted_at, wanted_token) values ($1, $2, clock_timestamp(), $3)
           on conflict (station_id, open_kfid) do update set wanted_at = clock_timestamp(), wanted_token = $3`
        : `update kf_accounts set wanted_at = clock_timestamp(), wanted_token = $3 where station_id = $1 and $2 = ''`,
      values: [tx.stationId, event.openKfid, event.token],
    })
  } else if (event.kind === 'kf_grants') {
    await tx.client.query(
      `insert into kf_accounts (station_id, open_kfid, granted)
       select $1, a.id, a.granted from (select unnest($2::text[]) as id, true as granted
         union select unnest($3::text[]), false) a
       on conflict (station_id, open_kfid) do update set granted = excluded.granted, failing_since = null, fail_code = null`,
      [tx.stationId, event.added, event.removed.filter((id) => !event.added.includes(id))],
    )
  }
  await tx.client.query({
    name: 'note-wechat-verified',
    text: `update wechat_channels set verified_at = clock_timestamp() where station_id = $1
      and coalesce(verified_at, '-infinity') < clock_timestamp() - interval '20 seconds'`,
    values: [tx.stationId],
  })
}

function isOurs(query: string, body: Buffer, seals: CallbackSeal[]): boolean {
  try {
    const { timestamp, nonce, msgSignature } = readCallbackQuery(query)
    if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false
    const root = readCallbackText(body.toString())
    const encrypted = fieldOf(root, 'Encrypt') || fieldOf(root, 'encrypt')
    return seals.some((seal) => isSignedBy(seal.token, timestamp, nonce, encrypted, msgSignature))
  } catch {
    return false
  }
}

async function keepUnreadable(
  { pool, jobs }: Pick<Context, 'pool' | 'jobs'>,
  stationId: string,
  query: string,
  body: Buffer,
  failCode: string,
): Promise<void> {
  const digest = createHash('sha256').update(body).digest('hex')
  await inStation(pool, stationId, async (tx) => {
    if (await storeEnvelope(tx, { query, body, digest, event: '', failCode }))
      await jobs.send(tx, 'read-wechat-envelope', { stationId, digest })
  })
}
