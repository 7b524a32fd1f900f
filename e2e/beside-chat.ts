import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { Page } from 'playwright-core'
import type { Chat, ChatKind } from '../server/gateways/wecom/twin/client/state.ts'
import { demoCallback } from '../server/gateways/wecom/twin/corporation/demo-corporation.ts'
import { seedDemoCorporation } from '../server/gateways/wecom/twin/seed-demo-corporation.ts'
import { startTwin } from '../server/gateways/wecom/twin/start-twin.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { password } from '../test/sign-in.ts'
import { launchBrowser, openContext } from './browser.ts'
import type { Stage } from './stage.ts'
import { watchPage } from './watch-page.ts'

/** A twin of WeCom with a client, beside whose chats the stage's sidebar can be opened. */
export async function startClient(stage: Stage) {
  const twin = await startTwin()
  after(() => twin.stop())
  seedDemoCorporation(twin.control)
  const { corporation, callbacks } = twin.control
  const [app] = corporation.apps()
  const [officer] = corporation.members()
  // The client's web view stands at the twin's address, so its pages are watched by that.
  const view = new URL(twin.url).origin
  const browser = await launchBrowser()
  after(() => browser.close())

  return {
    control: twin.control,
    officer: officer!,

    chatWith: (id: string, kind: ChatKind = 'person'): Chat => ({
      officer: officer!.userid,
      kind,
      id,
      openKfId: '',
    }),

    /** The station is connected. */
    async connect(): Promise<void> {
      const { world, context, base } = stage
      const administrator = await stage.callAs('administrator')
      const setUp = await administrator.put('/api/wechat', {
        data: {
          corpId: corporation.corpId,
          baseUrl: twin.url,
          secret: app!.secrets[0]!.secret,
          callbackToken: demoCallback.token,
          encodingAesKey: demoCallback.encodingAesKey,
        },
      })
      assert.equal(setUp.status(), 200, await setUp.text())
      await inStation(context.pool, world.stationId, (tx) =>
        tx.client.query('update wechat_channels set agent_id = $2 where station_id = $1', [
          world.stationId,
          app!.agentId,
        ]),
      )
      const url = `${base}/api/wecom/${world.code}/callback`
      assert.deepEqual(await callbacks.save(app!.name, { url, ...demoCallback }), { saved: true })
      await administrator.post('/api/wechat/checks')
    },

    /** An officer of the world opens the sidebar of a chat in her client. */
    async besideChat(of: Chat, troubles: string[], refusals: string[] = [], who = 'officer'): Promise<Page> {
      const phone = await openContext(browser, view, { width: 360 })
      const data = { username: `${who}-${stage.world.code}`, password }
      assert.equal((await phone.request.post('/api/session', { data })).status(), 200)
      const page = await phone.newPage()
      watchPage(page, view, { refusals, offline: false }, troubles)
      await page.goto(
        `/chat?${new URLSearchParams({ officer: of.officer, kind: of.kind, id: of.id, kf: '' })}`,
      )
      await page.getByRole('link', { name: '打开侧边栏' }).click()
      return page
    },
  }
}

export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES_FOLDER']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
