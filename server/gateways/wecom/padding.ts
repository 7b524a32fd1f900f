import { CallbackRefusal } from './callback-refusal.ts'

/** WeCom pads to 32 bytes, not to the 16 of the AES block: the library's own check throws on pads above 16. */
const blockBytes = 32

export function padTo32(plain: Buffer): Buffer {
  const count = blockBytes - (plain.length % blockBytes)
  return Buffer.concat([plain, Buffer.alloc(count, count)])
}

/** Every pad byte is looked at. The signature was checked before, so this is no padding oracle. */
export function unpad(padded: Buffer): Buffer {
  const count = padded.at(-1) ?? 0
  const end = padded.length - count
  if (count < 1 || count > blockBytes || end < 0 || !padded.subarray(end).every((byte) => byte === count)) {
    throw new CallbackRefusal('bad_padding', 'not PKCS7 of 1 to 32 bytes')
  }
  return padded.subarray(0, end)
}
