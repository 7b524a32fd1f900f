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
import { noteHeard } from './note-heard.ts'
import { keepCardPress } from './notices/keep-card-press.ts'
import { wakeWechat } from './wake.ts'

/**
 * A delivery of WeCom: checked, stored as it came with what it hints at, in one
 * transaction; returns after the commit. A repeat changes nothing. Throws CallbackRefusal for what is not WeCom's;
 * what is signed by our token and cannot be read is kept for the maintainers before it is refused.
 */
export async function takeCallback(
  context: Pick<Context, 'pool' | 'jobs'>,
  stationId: string,
  seals: (CallbackSeal & { secretId?: string })[],
  query: string,
  body: Buffer,
): Promise<void> {
  failpoint('callback: before verify')
  try {
    const { root, digest, sealedWith } = openCallback(query, body, seals)
    const event = readCallbackEvent(root)
    failpoint('callback: before store')
    await inStation(context.pool, stationId, async (tx) => {
      // The call follows on its envelope's heels and looks for itself whether that is new: one trip to the database.
      const stored = storeEnvelope(tx, { query, body, digest, event: event.event })
      failpoint('callback: between envelope and hint')
      const called = event.kind === 'kf_waiting' ? keepCall(tx, event, digest) : null
      const [isNew] = await Promise.all([stored, called])
      if (!isNew) return
      if (event.kind === 'kf_grants') await noteGrants(tx, event)
      await noteHeard(context, tx, event, seals[sealedWith]?.secretId ?? null)
      await keepHint(tx, event)
      if (event.kind === 'card') await keepCardPress(context, tx, event, digest)
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

type Event<Kind> = Extract<CallbackEvent, { kind: Kind }>

/** A row of its own: at the account's one row the callbacks of a busy hour would wait for each other. */
async function keepCall(tx: Tx, { openKfid, token }: Event<'kf_waiting'>, digest: string): Promise<void> {
  await tx.client.query({
    name: 'keep-kf-call',
    text: `insert into kf_calls (station_id, open_kfid, token) select $1, $2, $3
      where (select repeats from wechat_envelopes where station_id = $1 and digest = $4) = 0`,
    values: [tx.stationId, openKfid, token, digest],
  })
}

async function noteGrants(tx: Tx, { added, removed }: Event<'kf_grants'>): Promise<void> {
  await tx.client.query(
    `insert into kf_accounts (station_id, open_kfid, granted)
     select $1, a.id, a.granted from (select unnest($2::text[]) as id, true as granted
       union select unnest($3::text[]), false) a
     on conflict (station_id, open_kfid) do update set granted = excluded.granted, failing_since = null, fail_code = null`,
    [tx.stationId, added, removed.filter((id) => !added.includes(id))],
  )
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
