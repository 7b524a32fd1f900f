import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import sharp from 'sharp'
import { startTestServer } from '../../../test/server.ts'
import { uploadForm } from '../../../test/upload.ts'
import { inStation } from '../tenancy.ts'
import { pathOf } from './file-store.ts'

const server = await startTestServer()
const { context, world } = server
const chen = server.asResident('chen')

const colours = { topLeft: '#ff0000', topRight: '#00ff00', bottomLeft: '#0000ff', bottomRight: '#ffffff' }

/** A picture of four coloured quarters, as it should be seen. */
async function upright(width: number, height: number): Promise<Buffer> {
  const quarter = (background: string) => ({
    input: { create: { width: width / 2, height: height / 2, channels: 3 as const, background } },
  })
  return sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite([
      { ...quarter(colours.topLeft), left: 0, top: 0 },
      { ...quarter(colours.topRight), left: width / 2, top: 0 },
      { ...quarter(colours.bottomLeft), left: 0, top: height / 2 },
      { ...quarter(colours.bottomRight), left: width / 2, top: height / 2 },
    ])
    .png()
    .toBuffer()
}

/** The same picture as a camera held in that way stores it, tagged with where it was and by what it was taken. */
async function takenWith(
  orientation: number,
  picture: Buffer,
  format: 'jpeg' | 'png' | 'webp',
): Promise<Buffer> {
  const turns: Record<number, [number, boolean]> = {
    1: [0, false],
    2: [0, true],
    3: [180, false],
    4: [180, true],
    5: [90, true],
    6: [270, false],
    7: [270, true],
    8: [90, false],
  }
  const [angle, mirrored] = turns[orientation]!
  const turned = await sharp(picture).rotate(angle).png().toBuffer()
  return sharp(turned)
    .flop(mirrored)
    .toFormat(format, { quality: 95 })
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { Make: 'SECRET-CAMERA', Copyright: 'SECRET-OWNER' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '28/1 11/1 9/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '112/1 22/1 32/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>SECRET-XMP</secret></x:xmpmeta>')
    .toBuffer()
}

/** The colours in the middle of the four quarters, in reading order. */
async function quartersOf(bytes: Buffer): Promise<string[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  return [0.25, 0.75].flatMap((y) =>
    [0.25, 0.75].map((x) => {
      const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
      return `#${[...data.subarray(at, at + 3)].map((value) => (value > 127 ? 'ff' : '00')).join('')}`
    }),
  )
}

test('120 photos: upright, without a trace of where and by what, the original untouched', async () => {
  for (const [width, height] of [
    [80, 60],
    [60, 80],
    [100, 20],
    [400, 300],
    [30, 30],
  ] as const) {
    const picture = await upright(width, height)
    await Promise.all(
      (['jpeg', 'png', 'webp'] as const).map(async (format) => {
        for (let orientation = 1; orientation <= 8; orientation++)
          await checkOne(
            await takenWith(orientation, picture, format),
            [width, height],
            `${format} ${orientation}`,
          )
      }),
    )
  }
})

async function checkOne(bytes: Buffer, size: readonly number[], what: string): Promise<void> {
  assert.ok(bytes.includes('SECRET'), 'the photo that comes carries metadata')
  const answer = await chen({ url: '/api/resident/files', ...uploadForm({ bytes }) })
  assert.equal(answer.statusCode, 200, answer.body)
  const file = answer.json()
  assert.deepEqual([file.width, file.height], size, what)
  for (const variant of ['shown', 'thumb']) {
    const shown = (await chen({ url: `/api/resident/files/${file.id}?variant=${variant}` })).rawPayload
    const found = await sharp(shown).metadata()
    for (const kind of ['exif', 'xmp', 'iptc', 'icc', 'orientation', 'comments', 'tifftagPhotoshop'] as const)
      assert.equal(found[kind], undefined, kind)
    for (const trace of ['SECRET', 'Exif', 'GPS', 'ns.adobe.com', 'Photoshop', 'ICC_PROFILE'])
      assert.equal(shown.includes(trace), false, trace)
    assert.deepEqual(await quartersOf(shown), Object.values(colours), `${what} ${variant}`)
  }
  const { rows } = await inStation(context.pool, world.stationId, (tx) =>
    tx.client.query('select sha256 from files where id = $1', [file.id]),
  )
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  assert.equal(rows[0].sha256, sha256)
  assert.ok(readFileSync(pathOf(context.files, world.stationId, sha256)).equals(bytes))
}

test('every honest kind of photo is drawn: grey, transparent, 16 bits, CMYK, interlaced, wide colours', async () => {
  const base = sharp({ create: { width: 1200, height: 800, channels: 3, background: '#208040' } })
  const clear = sharp({
    create: { width: 300, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
  const kinds = {
    grey: base.clone().greyscale().jpeg(),
    progressive: base.clone().jpeg({ progressive: true }),
    cmyk: base.clone().toColourspace('cmyk').jpeg(),
    p3: base.clone().withIccProfile('p3').jpeg(),
    interlaced: base.clone().png({ progressive: true }),
    palette: base.clone().png({ palette: true }),
    sixteen: base.clone().toColourspace('rgb16').png(),
    transparent: clear.clone().png(),
    webp: base.clone().webp({ lossless: true }),
  }
  for (const [kind, pipeline] of Object.entries(kinds)) {
    const answer = await chen({
      url: '/api/resident/files',
      ...uploadForm({ bytes: await pipeline.toBuffer() }),
    })
    assert.equal(answer.statusCode, 200, `${kind} ${answer.body}`)
    const file = answer.json()
    assert.ok(file.width <= 2048 && file.height <= 2048)
    const shown = (await chen({ url: `/api/resident/files/${file.id}` })).rawPayload
    const thumb = (await chen({ url: `/api/resident/files/${file.id}?variant=thumb` })).rawPayload
    const { width, height } = await sharp(thumb).metadata()
    assert.equal(Math.max(width, height), Math.min(320, file.width))
    const { channels } = await sharp(shown).stats()
    const [red = 0, green = 0, blue = 0] = channels.map(({ mean }) => mean)
    if (kind === 'transparent') assert.ok(Math.min(red, green, blue) > 250, 'on white')
    // #208040, give or take what another colour space and JPEG do to it.
    else if (kind !== 'grey')
      assert.ok(near(red, 32) && near(green, 128) && near(blue, 64), `${kind} ${red} ${green} ${blue}`)
  }
})

function near(value: number, expected: number): boolean {
  return Math.abs(value - expected) < 20
}
