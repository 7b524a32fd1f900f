import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultOfAddress, isPublicAddress } from './public-address.ts'

const inner = [
  ...[
    '127.0.0.1',
    '127.1',
    '0177.0.0.1',
    '017700000001',
    '0x7f.0.0.1',
    '0x7f000001',
    '2130706433',
    '0',
    '0.0.0.0',
  ],
  ...[
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
  ],
  ...['192.0.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '１２７.０.０.１', '127。0。0。1'],
  ...[
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::fFFf:127.0.0.1]',
    '[fe80::1]',
    '[fc00::1]',
  ],
  ...[
    '[fd12::1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[2001:db8::1]',
    '[2001::1]',
    '[ff02::1]',
    '[0:0:0:0:0:0:0:1]',
  ],
]

test('addresses that lead into the house are refused however they are written', () => {
  for (const host of inner) assert.ok(faultOfAddress(`https://${host}/v1`, []), host)
  for (const address of ['10.1.2.3', '::1', '::ffff:10.0.0.1', 'fe80::1', 'none', ''])
    assert.equal(isPublicAddress(address), false, address)
  for (const address of ['1.1.1.1', '223.5.5.5', '2400:3200::1']) assert.equal(isPublicAddress(address), true)
})

test('https only, without anything hidden in the address; an inner one only by the deployment’s word', () => {
  for (const address of [
    'http://model.example.cn/v1',
    'ftp://model.example.cn',
    'file:///etc/passwd',
    'https://user:pass@model.example.cn/v1',
    'https://model.example.cn/v1?x=1',
    'https://model.example.cn/v1#x',
    'model.example.cn',
    '',
  ])
    assert.ok(faultOfAddress(address, []), address)
  assert.equal(faultOfAddress('https://model.example.cn/v1', []), null)
  assert.equal(faultOfAddress('http://10.0.0.9:8000/v1', ['10.0.0.9:8000']), null)
  assert.ok(faultOfAddress('http://10.0.0.9:8001/v1', ['10.0.0.9:8000']))
  assert.ok(faultOfAddress('gopher://10.0.0.9:8000/v1', ['10.0.0.9:8000']))
})
