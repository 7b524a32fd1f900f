import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { startJobs } from '../../platform/jobs/start-jobs.ts'
import { wechatJobs } from './jobs.ts'
import { startChannel, until } from './wechat.fixture.ts'

const rounds = process.env['FULL_PROFILE'] ? 2 : 1

// Hooks run in their order: connections of our own end before the database goes.
const own: pg.Client[] = []
after(async () => {
  for (const client of own) await client.end()
})
const channel = await startChannel({ worker: { canaryMs: 500 } })
const { control, openKfid, query, world, context, database, wecomApp } = channel
const { stationId } = world
const [owner, holder] = [new pg.Client(database.ownerUrl), new pg.Client(database.ownerUrl)]
for (const client of [owner, holder]) {
  await client.connect()
  own.push(client)
}

const keys = async (): Promise<string[]> =>
  (await channel.as('officer')({ method: 'GET', url: '/api/station-home' }))
    .json()
    .alarms.map(({ key }: { key: string }) => key)
    .filter((key: string) => /^(wechat|jobs)_/.test(key))

/** Three minutes go by, as the database tells the time: whatever is written again meanwhile is new again. */
async function threeMinutes(): Promise<void> {
  const past = (...columns: string[]) =>
    columns.map((column) => `${column} = ${column} - interval '3 minutes'`).join(', ')
  await owner.query(`set lock_timeout = '5s';
    update wechat_channels set ${past('canary_at', 'configured_at')};
    update kf_accounts set ${past('wanted_at', 'pulled_at', 'failing_since')};
    update kf_calls set ${past('called_at')};
    update kf_messages set ${past('pulled_at')} where handled_at is null;
    update message_deliveries set ${past('queued_at')} where state in ('queued', 'sending');
    update pgboss.job set ${past('start_after')} where state < 'active'`)
}
const canaryAt = async () =>
  (await query('select canary_at from wechat_channels where station_id = $1', [stationId]))[0].canary_at
const account = async () =>
  (await query('select * from kf_accounts where station_id = $1', [stationId]))[0] ?? {}
const tryAgain = () => owner.query('update kf_accounts set not_before = null')

const who = channel.person('王大爷')
let said = 0
const speak = () => control.kf.phone.write(openKfid, who, `第 ${++said} 句`)
const inBooks = async () =>
  (await channel.messages()).filter(({ direction }: { direction: string }) => direction === 'inbound').length

/** A row that somebody keeps: whoever needs it waits. */
async function hold(sql: string): Promise<void> {
  await holder.query('begin')
  const { rowCount } = await holder.query(`${sql} for update`)
  assert.ok(rowCount! > 0)
}
const fault = (path: string, kind: Parameters<typeof control.faults.next>[1]) => ({
  begin: async () => {
    control.faults.next(path, kind, 200)
    speak()
    const isMarked = async () => {
      const { failing_since, wanted_at } = await account()
      return kind.kind === 'hang' ? wanted_at : failing_since
    }
    await until('the mark of it', isMarked)
  },
  end: async () => {
    control.faults.clear()
    await tryAgain()
  },
})

type Stall = { alarm: string; begin: () => Promise<unknown>; end: () => Promise<unknown> }

const stalls: Record<string, Stall> = {
  'the fetcher hangs': { alarm: 'wechat_stalled', ...fault('kf/sync_msg', { kind: 'hang', ms: 1500 }) },
  'the server is out of reach': { alarm: 'wechat_stalled', ...fault('kf/sync_msg', { kind: 'reset' }) },
  'the server is broken': {
    alarm: 'wechat_stalled',
    ...fault('kf/sync_msg', { kind: 'status', status: 502 }),
  },
  'a proxy answers in its place': {
    alarm: 'wechat_stalled',
    ...fault('kf/sync_msg', { kind: 'garbage', body: '<html>proxy</html>' }),
  },
  'our address is not trusted': {
    alarm: 'wechat_stalled',
    ...fault('kf/sync_msg', { kind: 'errcode', errcode: 60020 }),
  },
  'the secret was changed over there': (() => {
    let secret = ''
    return {
      alarm: 'wechat_stalled',
      begin: async () => {
        secret = control.corporation.rotateSecret(wecomApp.name)
        speak()
        await until('refused', async () => (await account()).failing_since)
      },
      end: async () => {
        const { corpId } = control.corporation
        const answer = await channel.setUp({ corpId, baseUrl: channel.twin.url, secret, overlapSeconds: 0 })
        assert.equal(answer.statusCode, 200)
        await tryAgain()
      },
    }
  })(),
  'who handles what was fetched hangs': {
    alarm: 'wechat_unhandled',
    begin: async () => {
      await hold('select from kf_people')
      speak()
      await until('fetched', async () => {
        const rows = await query(
          'select from kf_messages where station_id = $1 and handled_at is null and troubled_at is null',
          [stationId],
        )
        return rows.length > 0
      })
    },
    end: () => holder.query('rollback'),
  },
  'who carries answers hangs': {
    alarm: 'wechat_unsent',
    begin: async () => {
      control.faults.next('kf/send_msg', { kind: 'hang', ms: 1500 }, 200)
      const [{ conversation, contact }] = await channel.messages()
      assert.equal((await channel.answer(conversation, contact, `来了 ${said}`)).statusCode, 201)
    },
    end: async () => control.faults.clear(),
  },
  'the queue of jobs is paused': (() => {
    const start = (runs: boolean) =>
      startJobs({
        context,
        servingUrl: database.servingUrl,
        plan: { definitions: wechatJobs, reactions: {}, everyEvent: [], schedules: [] },
        runs,
      })
    const before = context.jobs
    return {
      alarm: 'jobs_standing',
      begin: async () => {
        context.jobs = await start(false)
        // Of no kind at all: it is left to its job.
        control.kf.put(openKfid, { msgid: crypto.randomUUID(), open_kfid: openKfid, external_userid: who })
        await until('left to a job', async () => {
          const { rows } = await owner.query(
            `select from pgboss.job where name = 'handle-kf-message' and state = 'created'`,
          )
          return rows.length > 0
        })
      },
      end: async () => {
        await context.jobs.stop()
        const working = await start(true)
        await until('taken', async () => !(await keys()).includes('jobs_standing'))
        await working.stop()
        context.jobs = before
        await owner.query(`delete from pgboss.job where name = 'handle-kf-message'`)
      },
    }
  })(),
  'the worker is dead and the pages are there': {
    alarm: 'wechat_canary',
    begin: () => channel.stopWorker(),
    end: () => channel.restartWorker({ canaryMs: 500 }),
  },
}

test('T12: while the way stands still somewhere and the process looks healthy, the home page says so within three minutes', {
  timeout: 300_000,
}, async (t) => {
  speak()
  await until('the first message', async () => (await inBooks()) === 1)
  await until('the canary', canaryAt)
  assert.deepEqual(await keys(), [])

  // The worker works: time that goes by means nothing.
  await threeMinutes()
  const old = await canaryAt()
  await until('a new canary', async () => (await canaryAt()) > old)
  await until('no false alarm', async () => (await keys()).length === 0, 5000)

  const caught: string[] = []
  for (let round = 0; round < rounds; round++)
    for (const [name, { alarm, begin, end }] of Object.entries(stalls)) {
      await begin()
      try {
        assert.ok(!(await keys()).includes(alarm), `${name}: not yet`)
        await threeMinutes()
        const told = await keys()
        assert.ok(told.includes(alarm), `${name}: ${told}`)
        caught.push(name)
      } finally {
        await end()
      }
      await until(
        `well again after: ${name}`,
        async () => (await keys()).length === 0 && (await inBooks()) === said,
        40_000,
      )
    }
  const total = rounds * Object.keys(stalls).length
  t.diagnostic(
    JSON.stringify({ id: 'T12', stalls: total, caught: caught.length, falseGreen: total - caught.length }),
  )
})

test('an account that calls is fetched, though we were told that it is not granted', async () => {
  await owner.query('update kf_accounts set granted = false')
  speak()
  await until('her words', async () => (await inBooks()) === said)
  await until('granted', async () => (await account()).granted)
})
