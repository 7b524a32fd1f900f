import { inflateRawSync } from 'node:zlib'

const mostEntries = 500
const endMark = 0x06054b50
const entryMark = 0x02014b50
const stored = 0
const deflated = 8

export class ZipError extends Error {
  readonly kind: 'broken' | 'bomb'
  constructor(kind: 'broken' | 'bomb') {
    super(kind)
    this.kind = kind
  }
}

/**
 * The files of a ZIP archive by name (APPNOTE 6.3, without ZIP64 and encryption). Never unpacks more than `mostUnpacked`
 * bytes, whatever the archive says of itself: it is refused before or while it is unpacked. Throws a ZipError.
 */
export function readZip(bytes: Buffer, mostUnpacked: number): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endMark) throw new ZipError('broken')
  const count = bytes.readUInt16LE(end + 10)
  if (count > mostEntries) throw new ZipError('bomb')
  const files = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  let left = mostUnpacked
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw new ZipError('broken')
    const method = bytes.readUInt16LE(at + 10)
    const packed = bytes.readUInt32LE(at + 20)
    const size = bytes.readUInt32LE(at + 24)
    const nameLength = bytes.readUInt16LE(at + 28)
    const header = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    if (size > left) throw new ZipError('bomb')
    if (header + 30 > bytes.length) throw new ZipError('broken')
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
    const unpacked = unpack(bytes.subarray(start, start + packed), method, left)
    left -= unpacked.length
    files.set(name, unpacked)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return files
}

function unpack(bytes: Buffer, method: number, left: number): Buffer {
  if (method === stored) return bytes
  if (method !== deflated) throw new ZipError('broken')
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    throw new ZipError((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken')
  }
}
