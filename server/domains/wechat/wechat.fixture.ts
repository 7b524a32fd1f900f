import assert from 'node:assert/strict'
import { after } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startTestServer } from '../../../test/server.ts'
import { demoCallback } from '../../gateways/wecom/twin/corporation/demo-corporation.ts'
import type { TwinOptions } from '../../gateways/wecom/twin/settings.ts'
import { startTwin, type Twin } from '../../gateways/wecom/twin/start-twin.ts'
import { inStation } from '../../platform/tenancy.ts'
import { startWechat, type WechatOptions } from './start-wechat.ts'

/**
 * A station whose channel is set up through its own page against a twin of WeCom, with the worker running. The twin
 * calls the real door over HTTP.
 */
export async function startChannel(options: { twin?: TwinOptions; worker?: WechatOptions | false } = {}) {
  // Hooks run in their order: the worker ends before the database goes.
  const running: { worker?: { stop: () => Promise<void> }; twin?: Twin } = {}
  after(async () => {
    await running.worker?.stop()
    await running.twin?.stop()
  })
  const server = await startTestServer()
  const { app, context, world } = server
  const { stationId } = world
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  // Beside other tests a machine may be slow to answer the check of the address.
  const callbacks = { verifyDeadlineMs: 20_000, ...options.twin?.callbacks }
  const twin = await startTwin({ ...options.twin, callbacks })
  running.twin = twin
  const { control } = twin
  const [wecomApp] = control.corporation.apps()
  const asAdministrator = server.as('administrator')
  const setUp = (payload: Record<string, unknown>) =>
    asAdministrator({ method: 'PUT', url: '/api/wechat', payload })
  const answer = await setUp({
    corpId: control.corporation.corpId,
    baseUrl: twin.url,
    secret: wecomApp!.secrets[0]!.secret,
    agentId: wecomApp!.agentId,
    callbackToken: demoCallback.token,
    encodingAesKey: demoCallback.encodingAesKey,
  })
  assert.equal(answer.statusCode, 200, answer.body)
  const callbackUrl = `${address}/api/wecom/${world.code}/callback`
  const saved = await control.callbacks.save(wecomApp!.name, { url: callbackUrl, ...demoCallback })
  assert.deepEqual(saved, { saved: true })
  const openKfid = control.kf.addAccount('东村服务站')
  if (options.worker !== false) running.worker = startWechat(context, options.worker)

  const query = async (text: string, values: unknown[] = []) =>
    (await inStation(context.pool, stationId, (tx) => tx.client.query(text, values))).rows

  return {
    ...server,
    twin,
    control,
    wecomApp: wecomApp!,
    callbackUrl,
    openKfid,
    setUp,
    query,
    person: (name = '张阿姨') => control.people.add({ name }).externalUserId,
    restartWorker: async (workerOptions: WechatOptions = {}) => {
      await running.worker?.stop()
      running.worker = startWechat(context, workerOptions)
    },
    stopWorker: async () => {
      await running.worker?.stop()
      delete running.worker
    },
    messages: () =>
      query(
        `select m.id, m.conversation_id as conversation, m.contact_id as contact, m.direction, m.body, c.channel, d.state, d.fail_code
         from messages m join conversations c on c.station_id = $1 and c.id = m.conversation_id
         left join message_deliveries d on d.station_id = $1 and d.message_id = m.id
         where m.station_id = $1 order by m.sent_at, m.id`,
        [stationId],
      ),
    /** An officer answers, by the page's own call. */
    answer: (conversation: string, contact: string, body: string, more: Record<string, unknown> = {}) =>
      server.as('officer')({
        method: 'POST',
        url: `/api/conversations/${conversation}/messages`,
        payload: { contactId: contact, clientKey: crypto.randomUUID(), body, ...more },
      }),
  }
}

export async function until(what: string, condition: () => unknown, ms = 20_000): Promise<void> {
  for (const end = Date.now() + ms; !(await condition()); await sleep(50))
    assert.ok(Date.now() < end, `did not happen in time: ${what}`)
}
