import { demoCallback } from '../server/gateways/wecom/twin/corporation/demo-corporation.ts'
import { seedDemoCorporation } from '../server/gateways/wecom/twin/seed-demo-corporation.ts'
import { startTwin } from '../server/gateways/wecom/twin/start-twin.ts'

/**
 * `npm run wecom-emulator`: a WeCom of one invented corporation, for showing and trying without a real one. PORT and
 * HOST say where; WECOM_PREFIX puts it under a path, as the government edition may; CALLBACK_URL sets the callback at
 * once instead of through the set-up page.
 */
const host = process.env.HOST ?? '127.0.0.1'
const port = Number(process.env.PORT ?? 3400)

try {
  const twin = await startTwin({
    http: { host, port, pathPrefix: process.env.WECOM_PREFIX ?? '' },
    callbacks: { delayMs: [50, 400] },
  })
  seedDemoCorporation(twin.control)
  const [app] = twin.control.corporation.apps()
  if (process.env.CALLBACK_URL)
    twin.control.callbacks.keep(app!.name, { url: process.env.CALLBACK_URL, ...demoCallback })
  console.log(`企业微信模拟已启动：${twin.url}/

  接口地址        ${twin.url}
  企业 ID         ${twin.control.corporation.corpId}
  AgentId         ${app!.agentId}
  Secret          ${app!.secrets[0]!.secret}
  回调 Token      ${demoCallback.token}
  EncodingAESKey  ${demoCallback.encodingAesKey}
  回调地址        ${process.env.CALLBACK_URL ?? '还没有设置：在「记录」页填，或用 CALLBACK_URL 启动'}

都是编造的，不连任何真实的企业微信。按 Ctrl-C 停下，什么都不留。`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      await twin.stop()
      process.exit(0)
    })
  }
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  console.error(
    code === 'EADDRINUSE' ? `端口 ${port} 已被占用，请用 PORT 换一个。` : `没有启动成功：${message}`,
  )
  process.exit(1)
}
