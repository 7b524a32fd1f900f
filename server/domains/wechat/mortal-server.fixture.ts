import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { builtScript } from '../../../test/built-script.ts'
import { createTestDatabase } from '../../../test/database.ts'
import { createWorld } from '../../../test/world.ts'
import { demoCallback } from '../../gateways/wecom/twin/corporation/demo-corporation.ts'
import type { TwinOptions } from '../../gateways/wecom/twin/settings.ts'
import { startTwin } from '../../gateways/wecom/twin/start-twin.ts'
import { readConfig } from '../../platform/config.ts'
import { createPool } from '../../platform/database/pool.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { replyToResident } from '../inbox/reply-to-resident.ts'
import { loadSession } from '../officers/load-session.ts'
import { setUpChannel } from './set-up-channel.ts'

/**
 * A twin of WeCom, a database, and a server process between them that can be killed and started again: the whole
 * server, or only what the channel needs, or what carries broadcasts.
 */
export async function startMortal(what: 'server' | 'channel' | 'carrier', options: TwinOptions = {}) {
  const database = await createTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'lianxinqiao-mortal-'))
  const pool = createPool(database.servingUrl, { max: 4, name: 'test-mortal' })
  const world = await createWorld(pool)
  const { stationId } = world
  const twin = await startTwin(options)
  const { control } = twin
  const port = await freePort()
  const file = builtScript(resolve(import.meta.dirname, `killed-${what}.fixture.ts`))
  const { ownerUrl, servingUrl } = database
  const load = () =>
    spawn(process.execPath, [file, ownerUrl, servingUrl, dataDir, String(port)], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(dataDir, 'compiled') },
    })
  let next = load()
  let child: ChildProcess | undefined
  after(async () => {
    child?.kill('SIGKILL')
    next.kill('SIGKILL')
    await twin.stop()
    await pool.end()
    await sleep(200)
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const [app] = control.corporation.apps()
  const config = { ...readConfig({}), dataDir }
  await inStation(pool, stationId, (tx) =>
    setUpChannel(
      { config },
      tx,
      { kind: 'officer', id: world.officers.administrator },
      {
        corpId: control.corporation.corpId,
        baseUrl: twin.url,
        secret: app!.secrets[0]!.secret,
        callbackToken: demoCallback.token,
        encodingAesKey: demoCallback.encodingAesKey,
      },
    ),
  )
  const url = `http://127.0.0.1:${port}/api/wecom/${world.code}/callback`
  control.callbacks.keep(app!.name, { url, ...demoCallback })
  const openKfid = control.kf.addAccount('东村服务站')
  const query = async (text: string, values: unknown[] = []) =>
    (await inStation(pool, stationId, (tx) => tx.client.query(text, [stationId, ...values]))).rows

  return {
    control,
    pool,
    openKfid,
    query,
    world,
    alive: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    kill: () => child?.kill('SIGKILL'),
    /** Comes back when the doors are open, or the process has died on the way. */
    async start(point = '', hit = 1): Promise<void> {
      const mine = next
      child = mine
      mine.stdin.write(`${JSON.stringify({ point, hit })}\n`)
      // The one after it loads its code while this one lives.
      next = load()
      await new Promise<void>((done) => {
        mine.stdout.on('data', (data) => String(data).includes('port ') && done())
        mine.on('exit', () => done())
      })
    },
    /** What a server that is dead cannot be told over HTTP: the same deed, by the same rows. */
    async answer(conversationId: string, contactId: string, body: string, key: string): Promise<void> {
      await inStation(pool, stationId, async (tx) => {
        // Her newest words are with the platform already; the dead server has not fetched them.
        await tx.client.query(
          'update reply_lines set heard_at = now(), heard_here_at = now() where station_id = $1',
          [stationId],
        )
        const officerId = world.officers.officer
        const session = await loadSession(tx, officerId, { sessionId: officerId, steppedUpAt: null })
        assert.ok(session)
        const actor = { kind: 'officer', id: officerId } as const
        await replyToResident(tx, actor, session, conversationId, { contactId, clientKey: key, body })
      })
    },
    newKey: () => newId(),
    /** What a dead process had taken is free again, as it is after a while. */
    async passTime(): Promise<void> {
      await query('update kf_accounts set leased_until = null, not_before = null where station_id = $1')
      await query(
        'update message_deliveries set leased_until = null, next_try_at = now() where station_id = $1',
      )
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  await new Promise<void>((done) => server.close(() => done()))
  return port
}

export async function eventually(what: string, condition: () => unknown, ms = 60_000): Promise<void> {
  for (const end = Date.now() + ms; !(await condition()); await sleep(100))
    assert.ok(Date.now() < end, `did not happen in time: ${what}`)
}
