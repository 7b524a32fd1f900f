import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { applySetup } from '../server/domains/wechat/apply-setup.ts'
import { readAesKey } from '../server/gateways/wecom/cipher.ts'
import { type CallbackSeal, sealCallback } from '../server/gateways/wecom/seal-callback.ts'
import { demoCallback } from '../server/gateways/wecom/twin/corporation/demo-corporation.ts'
import type { TwinOptions } from '../server/gateways/wecom/twin/settings.ts'
import { startTwin } from '../server/gateways/wecom/twin/start-twin.ts'
import { readConfig } from '../server/platform/config.ts'
import { createPool } from '../server/platform/database/pool.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { type BenchServer, benchStationCode } from './start-bench-server.ts'

export type BenchTwin = Awaited<ReturnType<typeof startBenchTwin>>

let twins = 0

/** A twin of WeCom in this process, and the channel of the server under measurement set up against it. */
export async function startBenchTwin(
  server: BenchServer,
  database: { url: string; dataDir: string },
  options: TwinOptions,
) {
  // A machine that is busy with what is measured may answer the check of the address late.
  const callbacks = { verifyDeadlineMs: 20_000, ...options.callbacks }
  // Each draws ids of its own: the server has kept those of the one before.
  const twin = await startTwin({ ...options, callbacks, answers: { seed: ++twins } })
  const { control } = twin
  const [app] = control.corporation.apps()
  const pool = createPool(database.url, { max: 2, name: 'bench-twin' })
  // Asked seldom and on a machine that is busy with what is measured: it may take its time.
  const counting = new pg.Pool({ connectionString: database.url, max: 1, idleTimeoutMillis: 0 })
  const { rows } = await pool.query('select id from stations where code = $1', [benchStationCode])
  const stationId = String(rows[0].id)
  const config = { ...readConfig({}), dataDir: database.dataDir }
  const { corpId } = control.corporation
  await inStation(pool, stationId, (tx) =>
    // Past the second person whom another corporation asks for: each measurement has one of its own.
    applySetup(
      { config },
      tx,
      { kind: 'system', id: null },
      {
        corpId,
        baseUrl: twin.url,
        secret: app!.secrets[0]!.secret,
        callbackToken: demoCallback.token,
        encodingAesKey: demoCallback.encodingAesKey,
      },
      null,
    ),
  )
  const callbackPath = `/api/wecom/${benchStationCode}/callback`
  const url = `http://127.0.0.1:${server.port}${callbackPath}`
  // A channel that is new is seen within five seconds.
  while (!(await control.callbacks.save(app!.name, { url, ...demoCallback })).saved) await sleep(500)
  const openKfid = control.kf.addAccount('东村服务站')
  const seal: CallbackSeal = {
    token: demoCallback.token,
    key: readAesKey(demoCallback.encodingAesKey),
    receiveId: corpId,
  }
  return {
    control,
    openKfid,
    /** A callback as the server gets it, written out. */
    callback(token: string): Buffer {
      const { encrypt, msgSignature, timestamp, nonce } = sealCallback(
        seal,
        `<xml><ToUserName>${corpId}</ToUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>kf_msg_or_event</Event><Token>${token}</Token><OpenKfId>${openKfid}</OpenKfId></xml>`,
      )
      const query = new URLSearchParams({ msg_signature: msgSignature, timestamp, nonce })
      const body = `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`
      return Buffer.from(
        `POST ${callbackPath}?${query} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: text/xml\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      )
    },
    count: async (table: string): Promise<number> =>
      (await counting.query(`select count(*)::int as n from ${table}`)).rows[0].n,
    query: async (text: string): Promise<Record<string, never>[]> => (await counting.query(text)).rows,
    async stop() {
      await twin.stop()
      await counting.end()
      await pool.end()
    },
  }
}

/** The most of bare rows in the shape of an envelope that the database takes, one a statement and commit: the ceiling of the door. */
export async function measureBareEnvelopes(
  url: string,
  connections: number,
  seconds: number,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  await pool.query(
    'create table bare_envelopes (digest text primary key, query text not null, body bytea not null)',
  )
  const body = Buffer.alloc(400, 7)
  const end = performance.now() + seconds * 1000
  let count = 0
  await Promise.all(
    Array.from({ length: connections }, async (_, writer) => {
      for (let turn = 0; performance.now() < end; turn++, count++)
        await pool.query({
          name: 'bare',
          text: 'insert into bare_envelopes values ($1, $2, $3)',
          values: [`${writer} ${turn}`, 'msg_signature=…', body],
        })
    }),
  )
  await pool.query('drop table bare_envelopes')
  await pool.end()
  return Math.round(count / seconds)
}
