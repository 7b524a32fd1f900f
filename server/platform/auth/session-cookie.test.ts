import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import cookie from '@fastify/cookie'
import { fastify } from 'fastify'
import { createSessionCookie } from './session-cookie.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'lianxinqiao-cookie-'))
after(() => rmSync(dataDir, { recursive: true, force: true }))
const token = 'abcdefghijklmnopqrstuvwxyz012345'

async function setCookie(publicUrl: string | undefined): Promise<string> {
  const app = fastify()
  await app.register(cookie)
  const sessionCookie = createSessionCookie({ dataDir, publicUrl })
  app.get('/', (_, reply) => {
    sessionCookie.write(reply, token)
    return reply.send('')
  })
  const { headers } = await app.inject('/')
  return String(headers['set-cookie'])
}

test('the cookie is out of reach of scripts, bound to this site, and secure where the address is', async () => {
  const plain = await setCookie(undefined)
  assert.match(plain, /; Max-Age=28800; Path=\/; HttpOnly; SameSite=Lax$/)
  assert.match(await setCookie('https://bridge.example'), /; Secure/)
})

test('the library reads what we sign', async () => {
  const headers = createSessionCookie({ dataDir, publicUrl: undefined }).headersOf(token)
  const value = decodeURIComponent(headers.get('cookie')!.split('=')[1]!)
  assert.match(value, /^[a-z0-9]{32}\.[A-Za-z0-9+/]{43}=$/)
})
