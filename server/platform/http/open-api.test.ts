import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'

const { app, anonymous } = await startTestServer()
type Parameter = { name: string; in: string; required?: boolean; schema?: object }
type Operation = {
  security?: Record<string, unknown>[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema?: object }> }
  responses: Record<string, { description?: string }>
}
type Document = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: Record<string, object>; schemas?: Record<string, object> }
}
const document: Document = (await anonymous({ url: '/api/openapi.json' })).json()
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

test('the document is OpenAPI 3.1 in structure', () => {
  assert.equal(document.openapi, '3.1.0')
  assert.ok(document.info.title && document.info.version)
  assert.ok(operations.length > 100)
  for (const { path, method, operation } of operations) {
    const name = `${method} ${path}`
    assert.ok(path.startsWith('/') && !path.includes(':'), name)
    assert.match(method, /^(get|put|post|delete|patch)$/, name)
    const parameters = operation.parameters ?? []
    for (const each of parameters) {
      assert.match(each.in, /^(path|query|header|cookie)$/, name)
      assert.ok(each.name && each.schema, name)
      if (each.in === 'path') assert.equal(each.required, true, name)
    }
    const keys = parameters.map((each) => `${each.in} ${each.name}`)
    assert.equal(new Set(keys).size, keys.length, `${name} names a parameter twice`)
    const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, each]) => each)
    assert.deepEqual(
      inPath.toSorted(),
      parameters
        .filter((each) => each.in === 'path')
        .map((each) => each.name)
        .toSorted(),
      name,
    )
    assert.ok(Object.keys(operation.responses).length > 0, name)
    for (const [status, response] of Object.entries(operation.responses)) {
      assert.match(status, /^([1-5]\d\d|default)$/, name)
      assert.ok(typeof response.description === 'string', name)
    }
    for (const media of Object.values(operation.requestBody?.content ?? {})) assert.ok(media.schema, name)
  }
  for (const [, pointer] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g))
    assert.ok(
      pointer!.split('/').reduce<unknown>((part, key) => (part as Record<string, unknown>)?.[key], document),
      pointer,
    )
})

test('every operation says who may call it, as the door has it, and which headers it takes', () => {
  for (const { method, url, access } of app.routeTable) {
    const operation = document.paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    assert.ok(operation, `${method} ${url} is not in the document`)
    const names = operation.security?.flatMap((each) => Object.keys(each))
    for (const name of names ?? []) assert.ok(name in document.components.securitySchemes, name)
    const expected =
      access === 'public' ? [] : access === 'resident' || access === 'visitor' ? ['resident'] : ['officer']
    assert.deepEqual(names, expected, `${method} ${url}`)
    const headers = (operation.parameters ?? [])
      .filter((each) => each.in === 'header')
      .map((each) => each.name)
    assert.equal(
      headers.includes('Idempotency-Key'),
      method !== 'GET' && access !== 'public',
      `${method} ${url}`,
    )
    assert.equal(headers.includes('x-station-id'), expected[0] === 'resident', `${method} ${url}`)
  }
})

test('the reference page shows what goes into an address', async () => {
  const { body } = await anonymous({ url: '/api/reference' })
  assert.match(body, /&#34;in&#34;: &#34;path&#34;/)
  assert.match(body, /&#34;in&#34;: &#34;query&#34;/)
  assert.match(body, /Idempotency-Key/)
})
