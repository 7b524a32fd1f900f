import { after, test } from 'node:test'
import { writeBroadcast, writePeople } from '../server/domains/broadcasts/carrying/broadcast-rows.fixture.ts'
import { startTwin } from '../server/gateways/wecom/twin/start-twin.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { see, settle } from './browser.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const twin = await startTwin({ broadcasts: { dispatchMs: 0 }, callbacks: { drop: 1 } })
after(() => twin.stop())
const { corporation, people, contacts, broadcasts } = twin.control
const [app] = corporation.apps()
const [officer] = corporation.members()

test('the receipts of a broadcast move on the screen while the officer confirms, and the residents’ page shows it', async () => {
  const { world, context } = stage
  const administrator = await stage.callAs('administrator')
  await administrator.put('/api/wechat', {
    data: { corpId: corporation.corpId, baseUrl: twin.url, secret: app!.secrets[0]!.secret },
  })
  const account = officer!.userid
  const targets = ['甲', '乙'].map((name) => {
    const target = people.add({ name }).externalUserId
    contacts.add(account, target)
    return { target, account, name, villageId: world.villages.east }
  })
  const known = await writePeople(context.pool, world.stationId, targets)
  contacts.removeByCustomer(account, targets[1]!.target)
  const { id } = await writeBroadcast(context.pool, world.stationId, {
    madeBy: world.officers.chief,
    villageId: world.villages.east,
    pageVillages: [world.villages.east, world.villages.west],
    tasks: [{ channel: 'contacts', account, targets: known }],
  })
  const desk = await stage.openWorkbench('officer', { at: `broadcasts/${id}` })
  const bar = (name: string) => desk.locator('.receipt-bar').filter({ hasText: name })
  await bar('已交给民警').getByText('1 / 1').waitFor()
  await bar('民警已点发送').getByText('0 / 1').waitFor()
  await bar('居民收到').getByText('0 / 2').waitFor()
  await desk.getByRole('button', { name: `催一下 ${account}` }).click()
  await see(desk, /催过/)
  broadcasts.confirm(broadcasts.all()[0]!.msgid, account)
  await inStation(context.pool, world.stationId, (tx) =>
    tx.client.query('update broadcast_tasks set poll_at = clock_timestamp() where station_id = $1', [
      world.stationId,
    ]),
  )
  await bar('民警已点发送').getByText('1 / 1').waitFor()
  await bar('居民收到').getByText('1 / 2').waitFor()
  await desk.getByRole('button', { name: '看是谁 已经不是联系人' }).click()
  await see(desk, '乙')
  await desk.keyboard.press('Escape')
  const shots = process.env['SHOTS']
  if (shots) await desk.screenshot({ path: `${shots}/receipts-1440.png`, fullPage: true })

  const mobile = await stage.openWorkbench('officer', { phone: true, at: `broadcasts/${id}` })
  await see(mobile, '民警已点发送')
  if (shots) await mobile.screenshot({ path: `${shots}/receipts-390.png`, fullPage: true })

  const phone = await stage.openPhone()
  await settle(phone)
  if (shots) await phone.screenshot({ path: `${shots}/home-390.png`, fullPage: true })
  await phone.getByRole('link', { name: /今晚有大雨/ }).click()
  await see(phone, /夜里不要过河/)
  await settle(phone)
  if (shots) await phone.screenshot({ path: `${shots}/notices-390.png`, fullPage: true })
})
