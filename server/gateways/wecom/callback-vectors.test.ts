import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { generatedVectors, malformedVectors } from './callback-vectors.fixture.ts'
import { decryptMessage, encryptMessage, readAesKey } from './cipher.ts'
import { decodeCallbackLine } from './decode-callback-line.ts'
import { padTo32 } from './padding.ts'
import { parseXml } from './parse-xml.ts'
import { readCallbackEvent } from './read-callback-event.ts'
import { isSignedBy, signatureOf } from './signature.ts'

type Vector = {
  id: string
  token: string
  encodingAesKey: string
  receiveId: string
  timestamp: string
  nonce: string
  msgSignature: string
  encrypt: string
}

const decode = (vector: Vector) => decodeCallbackLine(JSON.stringify(vector))

describe('our own vectors', () => {
  for (const vector of generatedVectors) {
    test(`${vector.id}: opens, and seals to the same text`, () => {
      assert.deepEqual(decode(vector), { ok: true, message: vector.plaintext })
      const key = readAesKey(vector.encodingAesKey)
      const random = Buffer.from(vector.random)
      assert.equal(encryptMessage(key, vector.plaintext, vector.receiveId, random), vector.encrypt)
      assert.deepEqual(decode({ ...vector, receiveId: `${vector.receiveId}x` }), {
        ok: false,
        error: 'bad_receive_id',
      })
    })
  }
  for (const vector of malformedVectors) {
    test(`${vector.id} is refused: ${vector.why}`, () => {
      const { token, timestamp, nonce, encrypt, msgSignature } = vector
      assert.ok(isSignedBy(token, timestamp, nonce, encrypt, msgSignature))
      assert.deepEqual(decode(vector), { ok: false, error: vector.code })
    })
  }
})

// Published test data of others' SDKs lies beside the repository, not in it.
const shared = ['../shared/design/wecom-vectors.json', '/work/shared/design/wecom-vectors.json'].find(
  (path) => existsSync(path),
)

describe('vectors published by others', {
  skip: shared === undefined && 'wecom-vectors.json not here',
}, () => {
  const all = shared ? JSON.parse(readFileSync(shared, 'utf8')) : {}

  test('each opens, and seals to the same text', () => {
    assert.ok(all.publicVectors.length >= 13)
    for (const given of all.publicVectors) {
      const vector = asLine(given)
      assert.deepEqual(decode(vector), { ok: true, message: given.plaintext }, given.id)
      const random = Buffer.from(given.randomHex, 'hex')
      const key = readAesKey(vector.encodingAesKey)
      assert.equal(encryptMessage(key, given.plaintext, given.receiveId, random), given.encrypt, given.id)
    }
  })

  test('each altered one is refused', () => {
    const basedOn = new Map(all.publicVectors.map((vector: { id: string }) => [vector.id, vector]))
    let computed = 0
    for (const negative of all.negatives) {
      if (!negative.basedOn) continue
      const base = asLine(basedOn.get(negative.basedOn))
      const change = { ...negative.change }
      if (change.encrypt) change.encrypt = base.encrypt.slice(1)
      const answer = decode({ ...base, ...change })
      const error = change.receiveId ? 'bad_receive_id' : 'bad_signature'
      assert.deepEqual(answer, { ok: false, error }, negative.id)
      computed++
    }
    assert.equal(computed, 4)
    const cut = asLine(basedOn.get('powerwechat-text-message-utf8'))
    assert.throws(() => decryptMessage(readAesKey(cut.encodingAesKey), cut.encrypt.slice(1), cut.receiveId))
  })

  test('each sample callback is read', () => {
    for (const sample of all.sampleCallbacks) {
      const event = readCallbackEvent(parseXml(sample.body))
      assert.equal(event.toUserName, 'wwEMU0000000000001', sample.id)
      assert.ok(/^(kf|change|template)/.test(sample.id) === (event.kind !== 'other'), sample.id)
    }
  })

  test('the padding table', () => {
    for (const { dataLength, padBytes, padValue } of all.pkcs7Block32) {
      const padded = padTo32(Buffer.alloc(dataLength, 65))
      assert.equal(padded.length, dataLength + padBytes)
      assert.ok(padded.subarray(dataLength).every((byte) => byte === padValue))
    }
  })
})

test('keys that are no key are refused: empty, 42, 44, a dollar sign, with its equals sign, a line end', () => {
  const key = generatedVectors[0]!.encodingAesKey
  for (const wrong of [
    '',
    key.slice(1),
    `${key}A`,
    `$${key.slice(1)}`,
    `${key}=`,
    `${key}\n`,
    `${key.slice(1)}-`,
  ]) {
    assert.deepEqual(decode({ ...generatedVectors[0]!, encodingAesKey: wrong }), {
      ok: false,
      error: 'bad_key',
    })
  }
})

/** Some published ones come without a signature: they are about the cipher alone. */
function asLine(given: unknown): Vector {
  const vector = given as Record<string, string>
  const { token = '', timestamp = '1', nonce = '1', encrypt = '' } = vector
  const msgSignature = vector.msgSignature ?? signatureOf(token, timestamp, nonce, encrypt)
  const { id = '', receiveId = '', encodingAESKey = '' } = vector
  return { id, token, encodingAesKey: encodingAESKey, receiveId, timestamp, nonce, msgSignature, encrypt }
}
