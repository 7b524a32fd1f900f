import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { startTestServer } from '../test/server.ts'

/**
 * Officers work by accounts of the corporation only (a member, a customer service account, the workbench): nowhere can
 * a private WeChat account be typed in. A resident's own is an id that WeCom gives us, in an address of the sidebar.
 */
const root = resolve(import.meta.dirname, '..')
const privateName =
  /wx_?id|wechat_?(id|no|number|name|account|user)|weixin|open_?id$|private_?(account|wechat)|personal_?(account|wechat)/i
/** The corporation's own: an account of its customer service. */
const ours = new Set(['openKfid'])

/** The rumour desk says that a claim with one in it is sent back. */
const refusing = ['web/ui/text/workbench/rumours.ts']

const { app } = await startTestServer()

function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if (Array.isArray(schema)) return schema.flatMap(namesIn)
  const { properties } = schema as { properties?: object }
  return [...Object.keys(properties ?? {}), ...Object.values(schema).flatMap(namesIn)]
}

test('no route takes a private WeChat account', () => {
  const taking = app.routeTable.flatMap(({ method, url, schema }) =>
    [schema.body, schema.querystring, schema.params]
      .flatMap(namesIn)
      .filter((name) => privateName.test(name) && !ours.has(name))
      .map((name) => `${method} ${url} ${name}`),
  )
  assert.ok(app.routeTable.length > 300)
  assert.deepEqual(taking, [])
})

test('no form and no text of the apps asks for one', () => {
  const files = ['web', 'contract', 'server/platform/http'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.(test|fixture)\.ts$/.test(name))
      .map((name) => join(folder, name)),
  )
  assert.ok(files.length > 300)
  const asking = files.filter((name) =>
    /微信号|个人微信|私人微信|name="[^"]*(wxid|weixin|wechatId)/i.test(
      readFileSync(join(root, name), 'utf8'),
    ),
  )
  assert.deepEqual(asking, refusing)
})
