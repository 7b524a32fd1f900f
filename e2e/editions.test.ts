import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { currentEdition, hashOf } from '../server/domains/editions/current-edition.ts'
import { offerEdition } from '../server/domains/editions/offer-edition.ts'
import { contentHash } from '../server/platform/content-hash.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { see, settle } from './browser.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const { context, world } = stage

/** The next edition: an article of a law in two scripts and a guide has another number. */
async function offerNext(): Promise<void> {
  const edition = currentEdition()
  const scripts = edition.scripts.map((piece, index) => {
    const says = index < 3 ? { ...piece.says, body: `${piece.says.body}（2026年新规定）` } : piece.says
    return { ...piece, says, hash: contentHash(says) }
  })
  const guides = edition.guides.map((piece, index) => {
    const says =
      index < 2
        ? { ...piece.says, timeLimit: '当场办结', summary: `${piece.says.summary}新规定不收费。` }
        : piece.says
    return { ...piece, says, hash: contentHash(says) }
  })
  const next = { number: edition.number + 1, hash: hashOf(scripts, guides), scripts, guides }
  assert.equal((await inStation(context.pool, world.stationId, (tx) => offerEdition(tx, next))).offered, 5)
}

const shot = async (page: Page, name: string) => {
  const folder = process.env['SHOTS_FOLDER']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('what came with the version stands on the home page, is read side by side, and taken over', {
  timeout: 180_000,
}, async () => {
  const officer = await stage.callAs('officer')
  const { items } = await (await officer.get('/api/scripts?text=AF02')).json()
  const { id, title, keywords, basis, expiresOn, topic, spoken, stage: moment, sources, askedAs } = items[0]
  const own = {
    title,
    body: '所里自己的话',
    keywords,
    basis,
    expiresOn,
    topic,
    spoken,
    stage: moment,
    sources,
    askedAs,
  }
  assert.equal((await officer.post(`/api/scripts/${id}/versions`, { data: own })).status(), 200)
  const chief = await stage.callAs('chief')
  const approval = { items: [{ scriptId: id, version: 2 }] }
  assert.equal((await chief.post('/api/script-approvals', { data: approval })).status(), 200)
  await offerNext()

  const desk = await stage.openWorkbench('chief')
  const alarm = desk.getByRole('alert').filter({ hasText: '随版本更新：有 5 条' })
  await alarm.waitFor()
  await shot(desk, 'home-desk')
  await alarm.getByRole('link').click()
  await settle(desk)
  await desk.getByText('所里改过', { exact: true }).click()
  await see(desk, '所里改过这一条')
  await see(desk, '所里自己的话')
  await shot(desk, 'update-changed-desk')
  await desk.getByText('和原来提供的比').click()
  await shot(desk, 'update-base-desk')

  await desk.getByRole('button', { name: '所里没改过的，4 条一起采用' }).click()
  await shot(desk, 'update-all-desk')
  await desk
    .getByRole('tooltip')
    .getByRole('button', { name: '采 用' })
    .or(desk.getByRole('tooltip').getByRole('button', { name: '采用' }))
    .click()
  await see(desk, '等着定 1')

  const phone = await stage.openWorkbench('officer', { phone: true, at: 'scripts/updates' })
  await settle(phone)
  await shot(phone, 'updates-phone')
  await phone.getByRole('link', { name: new RegExp(title) }).click()
  await see(phone, '所里改过这一条')
  await shot(phone, 'update-phone')
  await phone.getByRole('button', { name: '改了再用' }).click()
  const editor = phone.getByRole('dialog')
  await editor.getByRole('textbox', { name: '正文' }).fill('新规定，加上所里的话')
  await shot(phone, 'update-adapt-phone')
  await editor.getByRole('button', { name: '送审' }).click()
  await see(phone, '改了再用 · 李民警')
  await desk.goto('/workbench/scripts/updates?tab=decided')
  await settle(desk)
  await desk
    .locator('.list-and-detail')
    .getByRole('link', { name: /办事指南/ })
    .first()
    .click()
  await see(desk, '已采用 · 周所长')
  await shot(desk, 'decided-desk')
  const approved = await (await chief.get(`/api/scripts/${id}`)).json()
  assert.deepEqual([approved.script.body, approved.script.draftStanding], ['所里自己的话', 'waiting'])
})
