import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { CallbackRefusal } from './callback-refusal.ts'
import { padTo32, unpad } from './padding.ts'

const randomLength = 16
const headLength = randomLength + 4

/**
 * The EncodingAESKey of the admin page: 43 base64 characters → 32 bytes. Strict on the form. Lenient on the two
 * spare bits of the last character, which the vendor sets at random, so a strict base64 decoder refuses real keys.
 */
export function readAesKey(encodingAesKey: string): Buffer {
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) {
    throw new CallbackRefusal('bad_key', 'EncodingAESKey is not 43 letters and digits')
  }
  return Buffer.from(`${encodingAesKey}=`, 'base64')
}

/** Base64 of AES-256-CBC over: 16 random bytes, length in bytes (uint32, big-endian), message, receiveId. */
export function encryptMessage(
  key: Buffer,
  message: string | Buffer,
  receiveId: string,
  random: Buffer = randomBytes(randomLength),
): string {
  if (random.length !== randomLength) throw new RangeError('the random head is 16 bytes')
  const body = typeof message === 'string' ? Buffer.from(message) : message
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const plain = padTo32(Buffer.concat([random, length, body, Buffer.from(receiveId)]))
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
}

/**
 * The message's bytes; throws CallbackRefusal. Check the signature first. The whole trailer has to be our
 * receiveId, byte for byte: a prefix is another corporation, and '' fits an empty trailer only.
 */
export function decryptMessage(key: Buffer, encrypted: string, receiveId: string): Buffer {
  const plain = unpad(decryptBlocks(key, readBase64(encrypted)))
  if (plain.length < headLength) throw new CallbackRefusal('bad_length', 'shorter than its head')
  const end = headLength + plain.readUInt32BE(randomLength)
  if (end > plain.length) throw new CallbackRefusal('bad_length', 'the length field points behind the end')
  if (!plain.subarray(end).equals(Buffer.from(receiveId))) {
    throw new CallbackRefusal('bad_receive_id', 'sealed for another receiver')
  }
  return plain.subarray(headLength, end)
}

function decryptBlocks(key: Buffer, bytes: Buffer): Buffer {
  if (bytes.length === 0 || bytes.length % 16 !== 0) {
    throw new CallbackRefusal('bad_block', 'not whole AES blocks')
  }
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([decipher.update(bytes), decipher.final()])
}

/** Node skips whatever is not base64; writing the bytes again shows whether anything was skipped. */
function readBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text) throw new CallbackRefusal('bad_base64', 'not plain base64')
  return bytes
}
