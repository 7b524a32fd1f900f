import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceName } from './device-name.ts'

test('a browser is named by the name it is known by, not by those it also claims', () => {
  const desk = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
  assert.equal(
    deviceName(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${desk} Edg/141.0.0.0`),
    'Edge · Windows',
  )
  assert.equal(deviceName(`Mozilla/5.0 (X11; Linux x86_64) ${desk}`), 'Chrome · Linux')
  assert.equal(
    deviceName(`Mozilla/5.0 (Linux; Android 14; PFFM20) ${desk} MicroMessenger/8.0.50`),
    '微信 · 安卓',
  )
  assert.equal(
    deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1'),
    'Safari · iOS',
  )
  assert.equal(deviceName('curl/8.5.0'), '其他设备')
  assert.equal(deviceName(''), '其他设备')
})
