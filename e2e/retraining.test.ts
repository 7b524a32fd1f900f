import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { receiveMessage } from '../server/domains/inbox/receive-message.ts'
import { startStage } from './stage.ts'

const { openWorkbench, callAs, world, context } = await startStage()
const folder = process.env['PICTURES_FOLDER']

test('a message that asks two things shows both; corrections are trained, reported, used and taken back', async () => {
  const { conversationId } = await receiveMessage(context, {
    stationId: world.stationId,
    contact: { id: world.contacts.chen, channel: 'web', villageId: world.villages.east },
    clientKey: randomUUID(),
    body: '孩子上户口要带什么，另外隔壁占了我家地界',
    fileIds: [],
    hasVoice: false,
    sentAt: new Date(),
    actor: { kind: 'resident', id: world.contacts.chen },
  })
  const desk = await openWorkbench('chief', { at: `inbox/all/${conversationId}` })
  const further = desk.getByRole('button', { name: /还问到/ })
  await further.click()
  await desk.getByText('已改').waitFor()

  await desk.goto(desk.url().replace(/workbench\/.*/, 'workbench/settings/reading'))
  await desk.getByRole('button', { name: '用更正训练一版' }).click()
  await desk.getByText('看报告').click({ timeout: 60_000 })
  await desk.getByText('漏掉的急事').first().waitFor()
  if (folder) await desk.screenshot({ path: `${folder}/reading-desk.png`, fullPage: true })
  await desk.getByRole('button', { name: '启用这一版' }).click()
  await desk.locator('.ant-popconfirm-buttons .ant-btn-primary').click()
  await desk.getByRole('button', { name: '退回出厂的一版' }).waitFor()
  const small = await openWorkbench('chief', { phone: true, at: 'settings/reading' })
  await small.getByText('看报告').click()
  if (folder) await small.screenshot({ path: `${folder}/reading-phone.png`, fullPage: true })
  await desk.getByRole('button', { name: '退回出厂的一版' }).click()
  await desk.locator('.ant-popconfirm-buttons .ant-btn-primary').click()
  await desk.getByText('出厂的一版', { exact: true }).waitFor()
  const api = await callAs('chief')
  assert.equal((await (await api.get('/api/triage-models')).json()).inUse, null)
})
