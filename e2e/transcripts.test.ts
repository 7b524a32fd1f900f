import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { hear, startModel } from '../server/domains/language/model-server.fixture.ts'
import { silence } from '../server/gateways/language/transcribe-sound.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { password } from '../test/sign-in.ts'
import { see, settle } from './browser.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const model = await startModel()
after(model.stop)
stage.context.config.innerModels = [model.host]
const here = { 'x-station-id': stage.world.stationId }

const shot = async (page: Page, name: string) => {
  const folder = process.env['SHOTS_FOLDER']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

/** A recording from her phone, in a matter of its own. */
async function record(phone: Page): Promise<string> {
  const put = await phone.request.post('/api/resident/files?seconds=1', {
    headers: here,
    multipart: { file: { name: 'a.wav', mimeType: 'audio/wav', buffer: silence().bytes } },
  })
  assert.equal(put.status(), 200, await put.text())
  const data = { clientKey: randomUUID(), body: '', fileIds: [(await put.json()).id] }
  const sent = await phone.request.post('/api/resident/messages', { headers: here, data })
  assert.equal(sent.status(), 201, await sent.text())
  return (await sent.json()).conversationId
}

/** A dialog that asks for the password, where one comes. */
async function confirmSelf(page: Page): Promise<void> {
  const asked = page.getByRole('dialog').getByLabel('密码')
  const came = await asked.waitFor({ timeout: 3000 }).then(
    () => true,
    () => false,
  )
  if (!came) return
  await asked.fill(password)
  await asked.press('Enter')
}

/** A recording that came before: an officer asks for it, sees that it waits, why it failed, and asks again. */
async function askFor(desk: Page, conversation: string): Promise<void> {
  await desk.goto(`/workbench/inbox/all/${conversation}`)
  await desk.getByRole('button', { name: '听写这段语音' }).waitFor()
  await shot(desk, 'ask-desk')
  const phone = await stage.openWorkbench('officer', { phone: true, at: `inbox/all/${conversation}` })
  await phone.getByRole('button', { name: '听写这段语音' }).waitFor()
  await shot(phone, 'ask-phone')
  // As many tries as are made by themselves; the pauses between them are waited for elsewhere.
  model.next.push((response) => response.writeHead(500).end())
  await desk.getByRole('button', { name: '听写这段语音' }).click()
  await see(desk, /转写中…（上次：.*500/)
  await shot(desk, 'asked-desk')
  await inStation(stage.context.pool, stage.world.stationId, (tx) =>
    tx.client.query('update message_transcripts set next_try_at = null where station_id = $1', [
      stage.world.stationId,
    ]),
  )
  await desk.reload()
  await see(desk, /没转成，请听录音（.*500/)
  await shot(desk, 'failed-desk')
  model.next.push(hear('村口那盏路灯坏了'))
  await desk.getByRole('button', { name: '再请机器听写' }).click()
  await see(desk, '村口那盏路灯坏了')
  await see(phone, '村口那盏路灯坏了')
  await shot(phone, 'asked-phone')
}

/** What is suggested by a machine's ear says so, beside the talk and in the panel of why. */
async function fromItsWords(desk: Page, conversation: string): Promise<void> {
  const suggestion = desk.locator('.suggestion').filter({ hasText: '据机器听写' }).first()
  await suggestion.waitFor()
  await shot(desk, 'suggested-desk')
  await desk.getByRole('button', { name: '为什么荐这几条话术' }).click()
  const panel = desk.getByRole('dialog', { name: '系统为什么这样判断' })
  await panel.getByText('据机器听写（录音里的话').waitFor()
  await panel.getByText('据机器听写，可能听错：').first().waitFor()
  await shot(desk, 'why-desk')
  await desk.keyboard.press('Escape')
  const phone = await stage.openWorkbench('officer', { phone: true, at: `inbox/all/${conversation}` })
  await phone.locator('.suggestion').filter({ hasText: '据机器听写' }).first().waitFor()
  await shot(phone, 'suggested-phone')
  await phone.getByRole('button', { name: '为什么荐这几条话术' }).click()
  await phone.getByText('据机器听写（录音里的话').waitFor()
  await shot(phone, 'why-phone')
}

test('the chief switches it on; what is said stands below the recording, raises when it is an emergency, and is put right', {
  timeout: 240_000,
}, async () => {
  stage.expect('403 /api/language-endpoints')
  const early = await stage.openPhone()
  await settle(early)
  const before = await record(early)
  const desk = await stage.openWorkbench('chief', { at: 'settings/language' })
  await desk.getByRole('tab', { name: '语音转写' }).click()
  await see(desk, '只会把事情提成紧急')
  await desk.getByRole('textbox', { name: '接口地址' }).fill(model.address)
  await desk.getByRole('textbox', { name: '模型名称' }).fill('paraformer')
  await desk.getByRole('button', { name: /^保存/ }).click()
  await confirmSelf(desk)
  await see(desk, '现在关着')
  await desk.getByRole('button', { name: /试一下/ }).click()
  await see(desk, /试通/)
  await desk.getByRole('textbox', { name: /影响评估/ }).fill('PIA-2026-09')
  await desk
    .getByRole('button', { name: '打开', exact: true })
    .or(desk.getByRole('button', { name: '打 开' }))
    .click()
  await see(desk, /打开，现在开着/)
  await shot(desk, 'settings-desk')

  await askFor(desk, before)
  const phone = await stage.openPhone()
  await settle(phone)
  model.next.push(hear('我想问哈，分户要带么子东西'))
  const calm = await record(phone)
  await desk.goto(`/workbench/inbox/all/${calm}`)
  await see(desk, '我想问哈，分户要带么子东西')
  await see(desk, '机器转写，可能有错')
  await shot(desk, 'heard-desk')
  await fromItsWords(desk, calm)
  await desk.getByRole('button', { name: '改正' }).click()
  const dialog = desk.getByRole('dialog', { name: '录音里说的是' })
  await dialog.getByRole('textbox').fill('我想问一下，分户要带什么东西')
  await dialog.getByRole('button', { name: /保\s?存/ }).click()
  await see(desk, /周所长 听过改正/)
  await shot(desk, 'corrected-desk')

  model.next.push(hear('快来人啊，他拿刀砍人了'))
  const urgent = await record(phone)
  const officer = await stage.openWorkbench('officer', { phone: true, at: `inbox/emergency/${urgent}` })
  await see(officer, '机器听到像紧急的话')
  await shot(officer, 'danger-phone')
  await phone.goto(`/r/${stage.world.code}/conversations/${urgent}`)
  await phone.getByRole('link', { name: /110/ }).first().waitFor()
  await shot(phone, 'danger-resident')

  for (let tries = 0; tries < 1; tries++) model.next.push((response) => response.writeHead(500).end())
  const failing = await record(phone)
  await desk.goto(`/workbench/inbox/all/${failing}`)
  await see(desk, /转写中…（上次：.*500/)
  await shot(desk, 'waiting-desk')
  await desk.goto('/workbench/settings/language')
  await desk.getByRole('button', { name: '看记录' }).click()
  await see(desk, '录音来了自动转')
  await shot(desk, 'calls-desk')
})
