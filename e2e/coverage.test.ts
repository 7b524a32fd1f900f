import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registerFixture } from '../server/domains/statistics/coverage/register.fixture.ts'
import { newId } from '../server/platform/id.ts'
import { see } from './browser.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const { world, context } = stage
const register = registerFixture(context.pool, world)
for (const [number, name] of ['刘大妈', '王师傅', '陈奶奶'].entries()) {
  const home = await register.home({ group: '3组', door: `东村3组${number + 2}号` })
  const person = await register.person({ home, phone: `1300000000${number}`, name })
  if (name === '陈奶奶') await register.contact({ person })
}
const west = await register.home({ village: world.villages.west, door: '西村1号' })
await register.person({ home: west, name: '西村的人' })

test('coverage to the door: the number opens its households, the round is ticked without a network, and printed with its code', {
  timeout: 240_000,
}, async () => {
  const chief = await stage.openWorkbench('chief', { at: 'coverage' })
  await see(chief, '25.0%')
  await chief.locator('.maplibregl-canvas').waitFor()
  await chief.getByRole('button', { name: '展开东村的各组' }).click()
  const group = chief.getByRole('row').filter({ hasText: '3组' })
  await group.getByRole('button', { name: '2', exact: true }).click()
  await chief.getByRole('dialog').getByText('东村3组2号').waitFor()
  assert.equal(await chief.getByRole('dialog').getByText('东村3组4号').count(), 0)

  // The auxiliary's phone is out in the village: what she ticks waits for the network.
  const phone = await stage.openWorkbench('eastAuxiliary', { phone: true, at: 'coverage/round' })
  await see(phone, '刘大妈')
  assert.equal(await phone.getByText('西村的人').count(), 0)
  stage.expect('offline')
  await phone.context().setOffline(true)
  await phone.getByRole('group', { name: '东村3组2号' }).getByRole('button', { name: '不愿意' }).click()
  await see(phone, '1 条走访还没传上去')
  await phone.context().setOffline(false)
  await see(phone, '另有 1 户 90 天内说过不愿意')
  assert.equal(await phone.getByText('刘大妈').count(), 0)

  const sheet = await stage.openWorkbench('eastAuxiliary', {
    at: `coverage/print?village=${world.villages.east}`,
  })
  await see(sheet, '这个村还没有添加工作账号的二维码')
  await register.run(
    `insert into contact_doors (station_id, id, state, label, village_id, user_ids, config_id, qr_url, made_at)
     values ($1, $2, 'door-east', '东村', $3, '{}', 'config', 'https://open.example/door-east', now())`,
    [newId(), world.villages.east],
  )
  await sheet.reload()
  await see(sheet, '扫这个码，加上本村的工作账号')
  await sheet.emulateMedia({ media: 'print' })
  await see(sheet, '王师傅')
  assert.equal(await sheet.locator('.tick-box').count(), 4)
  assert.equal(await sheet.getByRole('button', { name: '打印' }).count(), 0)
  assert.ok((await sheet.pdf({ preferCSSPageSize: true })).length > 1000)
})
