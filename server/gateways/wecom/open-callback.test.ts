import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CallbackRefusal } from './callback-refusal.ts'
import { generatedVectors } from './callback-vectors.fixture.ts'
import { readAesKey } from './cipher.ts'
import { maxEnvelopeBytes, openCallback } from './open-callback.ts'
import { openVerification } from './open-verification.ts'
import { readCallbackEvent } from './read-callback-event.ts'
import { type CallbackSeal, type SealedCallback, sealCallback } from './seal-callback.ts'

const aesKey = generatedVectors[0]!.encodingAesKey
const seal = { token: 'EmuTokenForTests0001', key: readAesKey(aesKey), receiveId: 'wwEMU0000000000001' }
const newer = { ...seal, token: 'another', key: readAesKey('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG') }
const text =
  '<xml><ToUserName>wwEMU0000000000001</ToUserName><Event><![CDATA[kf_msg_or_event]]></Event>' +
  '<Token><![CDATA[ENCemu]]></Token><OpenKfId><![CDATA[wkEMU0001]]></OpenKfId></xml>'

const queryOf = (sealed: SealedCallback) =>
  `msg_signature=${sealed.msgSignature}&timestamp=${sealed.timestamp}&nonce=${sealed.nonce}`
const envelopeOf = (sealed: SealedCallback) =>
  Buffer.from(`<xml><ToUserName>x</ToUserName><Encrypt><![CDATA[${sealed.encrypt}]]></Encrypt></xml>`)
const open = (sealed: SealedCallback, seals: CallbackSeal[] = [seal], body = envelopeOf(sealed)) =>
  openCallback(queryOf(sealed), body, seals)
const refused = (deed: () => unknown, code: string) =>
  assert.throws(deed, (error) => error instanceof CallbackRefusal && error.code === code)

test('opens a delivery, in XML and in JSON, and knows a repeated one by its digest', () => {
  const sealed = sealCallback(seal, text)
  const opened = open(sealed)
  assert.equal(opened.message.toString(), text)
  const event = readCallbackEvent(opened.root)
  assert.ok(event.kind === 'kf_waiting' && event.token === 'ENCemu' && event.openKfid === 'wkEMU0001')
  assert.equal(open(sealCallback(seal, text)).digest, opened.digest)
  assert.notEqual(open(sealCallback(seal, text.replace('ENCemu', 'ENCemv'))).digest, opened.digest)

  const json = sealCallback(
    seal,
    JSON.stringify({ Event: 'kf_msg_or_event', Token: 'T', OpenKfId: 'k', N: 1 }),
  )
  const again = open(json, [seal], Buffer.from(` {"tousername":"x","encrypt":"${json.encrypt}"}`))
  assert.equal(readCallbackEvent(again.root).kind, 'kf_waiting')
})

test('two sets of keys count while they are changed, and it is told which; then the old one is refused', () => {
  assert.equal(open(sealCallback(seal, text), [newer, seal]).sealedWith, 1)
  assert.equal(open(sealCallback(newer, text), [newer, seal]).sealedWith, 0)
  const sameToken = { ...newer, token: seal.token }
  assert.equal(open(sealCallback(seal, text), [sameToken, seal]).sealedWith, 1)
  refused(() => open(sealCallback(seal, text), [newer]), 'bad_signature')
  refused(() => open(sealCallback(seal, text), []), 'bad_signature')
})

test('the time has to be within five minutes of ours, or as configured', () => {
  const now = 1_700_000_000_000
  for (const [offset, code] of [
    [0, ''],
    [-300, ''],
    [300, ''],
    [-301, 'stale'],
    [301, 'stale'],
  ] as const) {
    const sealed = sealCallback(seal, text, { timestamp: String(now / 1000 + offset) })
    const deed = () => openCallback(queryOf(sealed), envelopeOf(sealed), [seal], { now })
    if (code) refused(deed, code)
    else assert.equal(deed().sealedWith, 0)
    assert.ok(openCallback(queryOf(sealed), envelopeOf(sealed), [seal], { now, windowSeconds: 400 }))
  }
})

test('forged, of another receiver, oversized, laden with entities: refused', () => {
  const sealed = sealCallback(seal, text)
  const other = sealCallback(seal, text)
  refused(() => openCallback(queryOf(other), envelopeOf(sealed), [seal]), 'bad_signature')
  refused(() => open({ ...sealed, nonce: 'other' }), 'bad_signature')
  refused(() => open({ ...sealed, msgSignature: sealed.msgSignature.toUpperCase() }), 'bad_query')
  refused(() => open(sealCallback({ ...seal, receiveId: '' }, text)), 'bad_receive_id')
  refused(() => open(sealCallback({ ...seal, key: newer.key }, text)), 'bad_padding')
  refused(() => open(sealed, [seal], Buffer.alloc(maxEnvelopeBytes + 1, 32)), 'too_large')
  const dtd = '<!DOCTYPE xml [<!ENTITY a "b">]><xml>&a;</xml>'
  refused(() => open(sealed, [seal], Buffer.from(dtd)), 'bad_xml')
  refused(() => open(sealCallback(seal, dtd)), 'bad_xml')
  refused(() => open(sealed, [seal], Buffer.from('<xml/>')), 'bad_envelope')
  refused(() => open(sealed, [seal], Buffer.from('{')), 'bad_json')
  refused(() => open(sealed, [seal], Buffer.from(`{"a":${'['.repeat(9)}${']'.repeat(9)}}`)), 'bad_json')
})

test('the query: each name once, all there, well encoded', () => {
  const sealed = sealCallback(seal, text)
  const query = queryOf(sealed)
  const withQuery = (raw: string) => () => openCallback(raw, envelopeOf(sealed), [seal])
  for (const raw of [
    '',
    `${query}&nonce=a`,
    query.replace('nonce', 'n'),
    query.replace('timestamp=', 'timestamp=-'),
  ]) {
    refused(withQuery(raw), 'bad_query')
  }
  refused(withQuery(query.replace('nonce=', 'nonce=%zz')), 'bad_query')
  refused(withQuery(`${query}&a=${'a'.repeat(5000)}`), 'bad_query')
})

test('the check of the address: the bare text, and a plus sign stays one, encoded or not', () => {
  const vector = generatedVectors.find((one) => one.id === 'edge-echostr-plus-sign')!
  const now = Number(vector.timestamp) * 1000
  const verify = (query: string) => openVerification(query, [seal], { now }).message.toString()
  assert.equal(verify(vector.query!), vector.plaintext)
  assert.equal(verify(vector.query!.replaceAll('%2B', '+')), vector.plaintext)
  refused(() => verify(vector.query!.replaceAll('%2B', '%20')), 'bad_signature')
  refused(() => openVerification(vector.query!, [seal]), 'stale')
})
