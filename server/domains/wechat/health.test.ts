import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { WechatStatus } from '../../../contract/wechat.ts'
import { startJobs } from '../../platform/jobs/start-jobs.ts'
import { wechatJobs } from './jobs.ts'
import { startChannel, until } from './wechat.fixture.ts'

let stopJobs = async () => {}
after(() => stopJobs())
const channel = await startChannel()
const { context, control, database, openKfid, query, world } = channel
const { phone, client } = control.kf
const [wang] = control.corporation.members().map(({ userid }) => userid) as [string]
const status = async () => (await channel.as('administrator')({ url: '/api/wechat' })).json() as WechatStatus
const alarms = async () =>
  (await channel.as('officer')({ url: '/api/station-home' }))
    .json()
    .alarms.map(({ key }: { key: string }) => key) as string[]

test('greetings that were refused or came late are counted, with why and where it is mended', async () => {
  assert.deepEqual((await status()).greetings, [])
  control.faults.next('kf/send_msg_on_event', { kind: 'errcode', errcode: 48002 }, 2)
  for (const name of ['张桂兰', '李大山']) phone.enter(openKfid, channel.person(name))
  await until('two are counted', async () => (await status()).greetings[0]?.count === 2)
  const [refused] = (await status()).greetings
  assert.match(refused!.why, /无权调用.*可调用接口的应用.*48002/)
  // One of a work account that is refused, and one that was a minute under way.
  control.faults.next('externalcontact/send_welcome_msg', { kind: 'errcode', errcode: 41050 }, 1)
  control.contacts.add(wang, channel.person('周小梅'))
  await query(
    `update kf_messages set fail_code = 'welcome_late' where station_id = $1 and msgid =
       (select min(msgid) from kf_messages where station_id = $1 and fail_code = 'welcome_48002')`,
    [world.stationId],
  )
  await until('all three kinds', async () => (await status()).greetings.length === 3)
  const whys = (await status()).greetings.map(({ why }) => why).join()
  assert.match(whys, /过了 20 秒/)
  assert.match(whys, /41050/)
})

test('a colleague who stops serving is on the status page until he serves again', async () => {
  // Its name is asked for once the account is known.
  await until('its name', async () => (await status()).accounts.some(({ name }) => name === '东村服务站'))
  client.setServing(openKfid, wang, false, 1)
  await until('he stopped', async () => (await status()).stopped.length === 1)
  const [stopped] = (await status()).stopped
  assert.deepEqual([stopped!.account, stopped!.who, stopped!.forAWhile], ['东村服务站', wang, true])
  client.setServing(openKfid, wang, true)
  await until('he serves', async () => (await status()).stopped.length === 0)
})

test('a resident whose messages a colleague switched off is an alarm on everybody’s first page', async () => {
  const her = channel.person('陈阿婆')
  phone.write(openKfid, her, '在吗')
  client.setReject(openKfid, her, wang, true)
  await until('counted', async () => (await status()).rejected.length === 1)
  assert.deepEqual((await status()).rejected, [{ account: '东村服务站', who: wang, count: 1 }])
  assert.ok((await alarms()).includes('wechat_rejected'))
  client.setReject(openKfid, her, wang, false)
  await until('taken back', async () => (await status()).rejected.length === 0)
  assert.ok(!(await alarms()).includes('wechat_rejected'))
})

test('news of a contact that could not be looked up at any try is a letter with its bytes, and counted', async () => {
  const definitions = wechatJobs.map((job) => ({ ...job, retryLimit: 0 }))
  const plan = { definitions, reactions: {}, everyEvent: [], schedules: [] }
  const jobs = await startJobs({
    context,
    servingUrl: database.servingUrl,
    plan,
    runs: true,
    pollSeconds: 0.5,
  })
  stopJobs = () => jobs.stop()
  context.jobs = jobs
  control.faults.next('externalcontact/get', { kind: 'errcode', errcode: 48002 }, 100)
  const her = channel.person('欧阳春')
  control.contacts.add(wang, her)
  const letters = async () =>
    (await channel.as('officer')({ url: '/api/wechat/letters' })).json() as { id: string; job: string }[]
  await until('the letter', async () => (await letters()).length === 1, 60_000)
  const [letter] = await letters()
  assert.equal(letter!.job, 'follow-wechat-hint')
  const { bytes } = (await channel.as('officer')({ url: `/api/wechat/letters/${letter!.id}` })).json()
  assert.match(bytes, new RegExp(her))
  assert.deepEqual((await status()).letters, { open: 1, unowned: 1 })
  assert.ok((await alarms()).includes('wechat_letters'))
  control.faults.clear()
  const again = { method: 'POST', url: `/api/wechat/letters/${letter!.id}/replay` } as const
  assert.equal((await channel.as('officer')(again)).statusCode, 200)
  await until('followed', async () => (await status()).letters.open === 0)
  await until(
    'she is a contact',
    async () =>
      (
        await query('select from work_contacts where station_id = $1 and external_userid = $2', [
          world.stationId,
          her,
        ])
      ).length === 1,
  )
})
