import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { demoCallback } from '../server/gateways/wecom/twin/corporation/demo-corporation.ts'
import { makePhoto } from '../server/gateways/wecom/twin/media/make-photo.ts'
import { makeVoice } from '../server/gateways/wecom/twin/media/make-voice.ts'
import { seedDemoCorporation } from '../server/gateways/wecom/twin/seed-demo-corporation.ts'
import { startTwin } from '../server/gateways/wecom/twin/start-twin.ts'
import { launchBrowser } from './browser.ts'
import { answer, choose, dialogOf, openConversation } from './officer-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const twin = await startTwin({ http: { pathPrefix: '/gov' } })
after(() => twin.stop())
seedDemoCorporation(twin.control)

/** For whoever works on these pages: LOOK_FOLDER=… takes a picture at both widths. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['LOOK_FOLDER']
  if (!folder) return
  await page.screenshot({ path: `${folder}/${name}-desk.png`, fullPage: true })
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 390, height: 844 })
  await page.screenshot({ path: `${folder}/${name}-phone.png`, fullPage: true })
  await page.setViewportSize(size)
}

/** The address that stands there, without the button behind it. */
async function addressIn(line: Locator): Promise<string> {
  return /https?:[!-~]+/.exec((await line.textContent()) ?? '')?.[0] ?? ''
}

test('the administrator connects WeChat, a resident writes on her phone, an officer answers her', {
  timeout: 240_000,
}, async () => {
  const { corporation, callbacks } = twin.control
  const [app] = corporation.apps()
  const desk = await stage.openWorkbench('administrator', { at: 'settings/wechat' })
  await desk.getByLabel('企业 ID').fill(corporation.corpId)
  await desk.getByLabel('接口地址').fill(twin.url)
  await desk.getByLabel('应用 Secret').fill('a-wrong-secret-0000000000')
  await desk.getByLabel('应用 AgentId').fill(String(app!.agentId))
  await desk
    .getByRole('button', { name: '保 存' })
    .or(desk.getByRole('button', { name: '保存' }))
    .click()
  await desk.getByText('运行情况').waitFor()
  await desk.getByRole('button', { name: '逐项检查' }).click()
  await desk.getByText('Secret 与企业不匹配').waitFor()

  await desk.getByLabel('应用 Secret').fill(app!.secrets[0]!.secret)
  await desk.getByLabel('回调 Token').fill(demoCallback.token)
  await desk.getByLabel('回调 EncodingAESKey').fill(demoCallback.encodingAesKey)
  await desk
    .getByRole('button', { name: '保 存' })
    .or(desk.getByRole('button', { name: '保存' }))
    .click()
  // The wrong secret stands there already: it is replaced, and what that means is asked first.
  const replacing = dialogOf(desk, '换掉现在的密钥？')
  await replacing.getByText('应用 Secret').waitFor()
  await replacing.getByRole('button', { name: /换/ }).click()
  await desk.getByText('旧的应用 Secret 还能用到').waitFor()
  assert.equal(await desk.getByLabel('应用 Secret').inputValue(), '')
  await desk.getByPlaceholder('已保存').first().waitFor()
  await desk.getByRole('button', { name: '填校验文件' }).click()
  const pasting = dialogOf(desk, '填校验文件')
  await pasting.getByLabel('文件名').fill('WW_verify_a1B2c3D4e5F6g7H8.txt')
  await pasting.getByLabel('文件里的那一行字').fill(' a1B2c3D4e5F6g7H8 ')
  await pasting.getByRole('button', { name: /保\s?存/ }).click()
  await desk.getByText('校验文件已放在网址根目录').waitFor()
  const root = new URL('/WW_verify_a1B2c3D4e5F6g7H8.txt', desk.url())
  assert.equal(await (await fetch(root)).text(), 'a1B2c3D4e5F6g7H8')
  // Nothing came from any of the three places yet, and each says what stays silent without it.
  const places = desk.getByRole('list', { name: '三处接收事件的地方' })
  assert.equal(await places.getByText('还没有收到过').count(), 3)
  await places.getByText('点“我来接”没有反应').waitFor()
  const callbackUrl = await addressIn(desk.locator('.callback-url'))
  assert.deepEqual(await callbacks.save(app!.name, { url: callbackUrl, ...demoCallback }), { saved: true })
  await desk.getByRole('button', { name: '逐项检查' }).click()
  await desk.getByText('能用的客服账号：').waitFor()
  await desk.getByText('东村服务站').first().waitFor()
  const row = desk.locator('li', { hasText: '东村服务站' })
  await choose(row, '给哪个村', '东村')
  await row.getByRole('button', { name: '生成入口' }).click()
  const door = await addressIn(row.locator('.door-link'))
  await row.getByRole('button', { name: '二维码' }).click()
  const poster = dialogOf(desk, '东村 · 微信入口')
  await poster.getByRole('img', { name: '东村 · 微信入口' }).waitFor()
  const saved = desk.waitForEvent('download')
  await poster.getByRole('link', { name: '存为图片' }).click()
  assert.equal((await saved).suggestedFilename(), '东村 · 微信入口.png')
  await look(desk, 'wechat-poster')
  await desk.keyboard.press('Escape')
  await poster.waitFor({ state: 'hidden' })
  await desk.getByText('通过').first().waitFor()
  // The twin does not say which domain is trusted, and no card was pressed: neither is shown as well.
  await desk.getByText('企业微信没有说可信域名是什么').waitFor()
  await desk.getByText('应用的接收消息：还没有收到过通知').waitFor()
  assert.equal(await desk.locator('.ant-alert-error').count(), 0)
  twin.control.messages.write(app!.name, corporation.members()[0]!.userid, '在吗')
  await places.getByText('最近收到').waitFor({ timeout: 20_000 })
  await look(desk, 'wechat-settings')

  const [person] = twin.control.people.all()
  twin.control.kf.phone.enterByLink(door, person!.externalUserId)
  const account = twin.control.kf.accounts().find(({ name }) => name === '东村服务站')!
  // The twin's page is no page of ours, so it is played in a browser of its own.
  const browser = await launchBrowser()
  try {
    const phone = await browser.newPage()
    await phone.goto(`${twin.url}/phone?kf=${account.openKfId}&who=${person!.externalUserId}`)
    await phone.getByText('测试镇派出所（东村）').waitFor({ timeout: 15_000 })
    await phone.getByLabel('写给派出所').fill('路灯坏了三天，晚上看不见路')
    await phone.getByRole('button', { name: '发送' }).click()

    const officer = await stage.openWorkbench('officer', { at: 'inbox/all' })
    await openConversation(officer, person!.name)
    await officer.getByRole('log').getByText('路灯坏了三天').waitFor()
    await officer.getByText('微信：还能发 5 条 · 还剩 47 小时').waitFor()
    await answer(officer, '收到，已报给供电所，明天来修。')
    await officer.getByRole('log').getByText('微信已接收').waitFor()
    await officer.getByText('微信：还能发 4 条').waitFor()
    await phone.getByText('已报给供电所').waitFor({ timeout: 15_000 })

    await phone.getByText('时间与意外').click()
    await phone.getByRole('button', { name: '下一条送不到' }).click()
    await answer(officer, '明早八点到您家门口。')
    await officer.getByText('打电话给居民：内容被微信安全策略拦下').waitFor({ timeout: 20_000 })
    await look(officer, 'wechat-failed')
    await officer.getByRole('button', { name: '打过了' }).click()
    await officer.getByText('已打电话').waitFor()
  } finally {
    await browser.close()
  }
})

test('every kind of message is shown as what it is, a voice is heard, and the chat goes to a colleague and back', {
  timeout: 240_000,
}, async () => {
  const { kf, people } = twin.control
  const account = kf.accounts().find(({ name }) => name === '东村服务站')!
  const kfid = account.openKfId
  const who = people.all()[1]!
  const { phone, client } = kf
  const raw = (msgtype: string, body: Record<string, unknown>) =>
    phone.write(kfid, who.externalUserId, { msgtype, body })
  raw('text', { content: '民警同志，我家的牛不见了' })
  phone.send(kfid, who.externalUserId, 'image', {
    ...{ bytes: Buffer.from(await makePhoto()), filename: 'a.jpg', type: 'image/jpeg' },
  })
  phone.send(kfid, who.externalUserId, 'voice', {
    ...{ bytes: makeVoice(3), filename: 'a.amr', type: 'audio/amr' },
  })
  phone.send(kfid, who.externalUserId, 'video', {
    ...{ bytes: film, filename: 'a.mp4', type: 'video/mp4' },
  })
  raw('location', { latitude: 28.19, longitude: 112.38, name: '东村小学', address: '正街3号' })
  raw('link', { title: '防骗通知', desc: '这个是真的吗', url: 'https://example.com/a' })
  const said = (sender_name: string, send_time: number, content: string) => ({
    ...{ sender_name, send_time, msgtype: 'text' },
    msg_content: JSON.stringify({ msgtype: 'text', text: { content } }),
  })
  raw('merged_msg', {
    title: '东村村群的聊天记录',
    item: [said('张三', 1_700_000_000, '谁家的牛在河边'), said('李四', 1_700_000_060, '像是大山家的')],
  })
  phone.tapMenu(kfid, who.externalUserId, '1', '开证明')
  phone.recall(kfid, who.externalUserId, phone.write(kfid, who.externalUserId, '说错了的话'))

  const officer = await stage.openWorkbench('officer', { at: 'inbox/all' })
  await openConversation(officer, who.name)
  const log = officer.getByRole('log')
  await log.getByText('已撤回').waitFor()
  await log.getByText('客服账号 东村服务站').first().waitFor()
  await log.getByText('像是大山家的').waitFor()
  await log.getByRole('img', { name: '图片' }).waitFor({ timeout: 30_000 })
  const voice = log.locator('audio')
  await voice.waitFor({ timeout: 30_000 })
  assert.equal(await voice.evaluate(hear), 3)
  await log.getByRole('link', { name: '存下这段视频' }).waitFor({ timeout: 30_000 })
  await log.getByRole('button', { name: '在地图上看' }).click()
  await log.locator('.maplibregl-marker').first().waitFor()
  await look(officer, 'wechat-kinds')

  const [member] = twin.control.corporation.members()
  await officer.getByRole('button', { name: '转到企业微信' }).click()
  const giving = dialogOf(officer, '把这次微信会话转给企业微信里的同事')
  await giving.getByRole('radio', { name: member!.userid }).check()
  await look(officer, 'wechat-hand-over')
  await giving.getByRole('button', { name: /转\s?接/ }).click()
  await log.getByText(`李民警 把会话转给了企业微信里的 ${member!.userid}`).waitFor()
  await officer.getByText('这里只看不发').waitFor()
  assert.equal(await officer.getByRole('textbox', { name: '回复居民' }).count(), 0)
  client.answer(kfid, who.externalUserId, member!.userid, '我去河边看看')
  await log.getByText('我去河边看看').waitFor()
  await look(officer, 'wechat-with-colleague')

  await officer.getByRole('button', { name: '收回到工作台' }).click()
  await dialogOf(officer, '结束企业微信里的接待？').getByRole('button', { name: '收回到工作台' }).click()
  await officer.getByText('居民再发一条消息，这里就能回复').waitFor()
  await look(officer, 'wechat-taken-back')
  phone.write(kfid, who.externalUserId, '牛找到了，谢谢')
  await log.getByText('牛找到了，谢谢').waitFor()
  await answer(officer, '找到就好')
  await log.getByText('微信已接收').waitFor()
})

/** Plays it and gives back its length in seconds, once sound runs. */
const hear = (element: HTMLElement | SVGElement) =>
  new Promise<number>((resolve, reject) => {
    const audio = element as HTMLAudioElement
    audio.addEventListener('timeupdate', () => resolve(Math.round(audio.duration)))
    audio.addEventListener('error', () => reject(new Error(`no sound: ${audio.error?.message}`)))
    audio.play().catch(reject)
  })

/** As much of a film as the channel looks at; nobody plays it here. */
const film = Buffer.concat([
  Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1'),
  Buffer.alloc(400, 1),
])
