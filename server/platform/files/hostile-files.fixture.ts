import { crc32, deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'

export type HostileFile = {
  what: string
  bytes: Buffer
  name?: string
  /** What must come of it: refused with a sentence, or taken with everything hostile left out of what is shown. */
  outcome: 'refused' | 'too_large' | 'harmless'
}

/** Stands in hostile parts; it must never come out again in what is shown. */
export const marker = '<script>alert("HOSTILE")</script>'

const zip = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(200, 1), Buffer.from(marker)])
const padded = (text: string) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(400, 7)])

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}

/** A grey PNG whose header says `width` × `height`, over whatever data. */
export function png(width: number, height: number, data: Buffer, ...extra: Buffer[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', data),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

export const emptyRows = (width: number, height: number) =>
  deflateSync(Buffer.alloc((width + 1) * height), { level: 1 })

/** The JPEG with another size written into its header (SOF0). */
function lyingJpeg(jpeg: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg)
  const at = copy.indexOf(Buffer.from([0xff, 0xc0]))
  copy.writeUInt16BE(height, at + 5)
  copy.writeUInt16BE(width, at + 7)
  return copy
}

const box = (type: string, ...content: Buffer[]) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...content])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length + 4)
  return Buffer.concat([size, body])
}

/** At least two files of every kind of attack we know of, made here so that none has to be kept. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const base = sharp({ create: { width: 640, height: 480, channels: 3, background: '#208040' } })
  const [jpeg, picture, webp, gif, avif, tiff] = await Promise.all([
    base.clone().jpeg().toBuffer(),
    base.clone().png().toBuffer(),
    base.clone().webp().toBuffer(),
    base.clone().gif().toBuffer(),
    base.clone().avif({ effort: 0 }).toBuffer(),
    base.clone().tiff().toBuffer(),
  ])
  const comment = Buffer.from(`${marker}<?php system($_GET[0]); ?>`)
  const commentSize = Buffer.alloc(2)
  commentSize.writeUInt16BE(comment.length + 2)
  const brokenPng = Buffer.from(picture)
  brokenPng[brokenPng.indexOf('IDAT') + 12]! ^= 0xff
  const textBomb = pngChunk(
    'zTXt',
    Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(100e6))]),
  )
  const wide = await sharp({ create: { width: 12_500, height: 100, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  const refused: [string, Buffer, string?][] = [
    ['nothing at all', Buffer.alloc(0)],
    ['three bytes', Buffer.from([0xff, 0xd8, 0xff])],
    ['noise named .jpg', Buffer.alloc(5000, 'noise')],
    ['a virus scanner’s test text named .jpg', padded('X5O!P%@AP[4\\PZX54(P^)7CC)7}$LIANXINQIAO-TEST-FILE')],
    ['a page named .jpg', padded(`<!doctype html><body>${marker}`)],
    ['a page behind white space', padded(`\n\n  <html>${marker}`)],
    ['SVG with a script', padded(`<svg xmlns="http://www.w3.org/2000/svg">${marker}</svg>`), 'a.svg'],
    [
      'SVG behind a byte order mark',
      padded(`\xef\xbb\xbf<?xml version="1.0"?><svg>${marker}</svg>`),
      'a.png',
    ],
    [
      'SVG with entities in entities',
      padded('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa">]><svg>&a;</svg>'),
    ],
    ['PostScript', padded('%!PS-Adobe-3.0 EPSF-3.0'), 'a.jpg'],
    ['GIF', gif, 'a.jpg'],
    ['GIF that says 65,535 × 65,535', Buffer.concat([Buffer.from('GIF89a\xff\xff\xff\xff', 'latin1'), gif])],
    ['ZIP named .png', zip, 'a.png'],
    ['ZIP in a ZIP', Buffer.concat([zip, zip]), 'a.docx'],
    ['gzip of a hundred megabytes', gzipSync(Buffer.alloc(100e6))],
    ['RAR', padded('Rar!\x1a\x07\x01\x00')],
    ['Windows program', padded('MZ\x90\x00'), 'photo.jpg'],
    ['Linux program', padded('\x7fELF\x02\x01'), 'photo.png'],
    ['shell script', padded('#!/bin/sh\nrm -rf /'), 'photo.png'],
    ['BMP', padded('BM\x36\x00')],
    ['TIFF', tiff],
    ['AVIF', avif],
    ['HEIC', padded('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic')],
    ['PNG of 20,000 × 20,000, truly', png(20_000, 20_000, emptyRows(20_000, 20_000))],
    ['PNG that says 50,000 × 50,000 over nothing', png(50_000, 50_000, deflateSync(Buffer.alloc(10)))],
    ['PNG that says 7,000 × 7,000 over nothing', png(7000, 7000, deflateSync(Buffer.alloc(10)))],
    ['PNG with a false checksum', brokenPng],
    ['PNG that ends in the middle', picture.subarray(0, picture.length / 2)],
    ['JPEG that says 65,000 × 65,000', lyingJpeg(jpeg, 65_000, 65_000)],
    ['JPEG that says 65,000 × 1', lyingJpeg(jpeg, 65_000, 1)],
    ['JPEG of 12,500 × 100, truly', wide],
    ['JPEG that ends in the middle', jpeg.subarray(0, jpeg.length / 2)],
    ['JPEG header and nothing else', Buffer.concat([jpeg.subarray(0, 20), Buffer.alloc(100)])],
    ['WebP that ends in the middle', webp.subarray(0, webp.length / 2)],
    ['WebP header over noise', Buffer.concat([webp.subarray(0, 20), Buffer.alloc(500, 'noise')])],
    [
      'PDF with JavaScript',
      padded('%PDF-1.7\n1 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj'),
      'a.pdf',
    ],
    ['PDF that starts a program', padded('%PDF-1.7\n1 0 obj <</S /Launch /F (cmd.exe)>> endobj'), 'a.pdf'],
    ['PDF with a file inside', padded('%PDF-1.7\n1 0 obj <</Type /EmbeddedFile>> endobj'), 'a.pdf'],
    ['a page that goes on as a PDF', padded(`<html>${marker}\n%PDF-1.7`), 'a.pdf'],
    [
      'MP4 film',
      Buffer.concat([
        box('ftyp', Buffer.from('isom0000')),
        box('hdlr', Buffer.alloc(8), Buffer.from('vide'), Buffer.alloc(50)),
      ]),
    ],
    ['WebM film', padded('\x1a\x45\xdf\xa3\x01\x00\x00\x00\x00\x00\x00\x1f\x42\x82\x84webm____V_VP8')],
    ['a recording without a sound', Buffer.from('OggS')],
    ['AMR header alone', Buffer.from('#!AMR\n')],
  ]
  return [
    ...refused.map(([what, bytes, name]) => ({
      what,
      bytes,
      outcome: 'refused' as const,
      ...(name && { name }),
    })),
    { what: 'JPEG of 16 MB', bytes: Buffer.concat([jpeg, Buffer.alloc(16 << 20)]), outcome: 'too_large' },
    {
      what: 'recording of 9 MB',
      bytes: Buffer.concat([Buffer.from('OggS'), Buffer.alloc(9 << 20)]),
      outcome: 'too_large',
    },
    { what: '21 MB of nothing', bytes: Buffer.alloc(21 << 20), outcome: 'too_large' },
    {
      what: 'JPEG with a page behind it',
      bytes: Buffer.concat([jpeg, Buffer.from(marker)]),
      outcome: 'harmless',
    },
    { what: 'JPEG with a ZIP behind it', bytes: Buffer.concat([jpeg, zip]), outcome: 'harmless' },
    {
      what: 'JPEG with a script in its comment',
      bytes: Buffer.concat([
        jpeg.subarray(0, 2),
        Buffer.from([0xff, 0xfe]),
        commentSize,
        comment,
        jpeg.subarray(2),
      ]),
      outcome: 'harmless',
    },
    {
      what: 'PNG with a page behind it',
      bytes: Buffer.concat([picture, Buffer.from(marker)]),
      outcome: 'harmless',
    },
    {
      what: 'PNG with a text that unpacks to 100 MB',
      bytes: png(64, 64, emptyRows(64, 64), textBomb),
      outcome: 'harmless',
    },
    { what: 'photo named ../../etc/passwd', bytes: jpeg, name: '../../../etc/passwd', outcome: 'harmless' },
    { what: 'photo named with a NUL', bytes: picture, name: 'a.jpg\0.svg', outcome: 'harmless' },
    { what: 'photo named as a page', bytes: webp, name: 'a.html', outcome: 'harmless' },
  ]
}
