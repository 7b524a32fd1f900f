import sharp from 'sharp'

/**
 * Decodes one photo at a time in a process of its own, because decoders of hostile files are where software breaks:
 * it has no environment, no database, little memory and little time (photo-workers.ts kills it after ten seconds).
 */

const longestSide = 12_000
const mostPixels = 50_000_000
const shownSide = 2048
const thumbSide = 320
const memoryLimit = 512 * 1024 * 1024

export type PhotoAnswer =
  | { shown: Buffer; thumb: Buffer; width: number; height: number }
  | { refused: 'dimensions' | 'unreadable' }

// Decoding runs on another thread, so this one can watch it.
setInterval(() => {
  if (process.memoryUsage.rss() > memoryLimit) process.exit(1)
}, 20).unref()

sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'],
})

async function draw(path: string): Promise<PhotoAnswer> {
  const options = { failOn: 'error', limitInputPixels: mostPixels } as const
  // The header alone: nothing is decoded before its size is known.
  const { width, height } = await sharp(path, { ...options, limitInputPixels: false }).metadata()
  if (width > longestSide || height > longestSide || width * height > mostPixels)
    return { refused: 'dimensions' }
  // Upright, on white, in the colours every screen knows; no metadata is taken along.
  const { data, info } = await sharp(path, options)
    .autoOrient()
    .resize({ width: shownSide, height: shownSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const shown = await sharp(data, { raw }).jpeg({ quality: 82 }).toBuffer()
  const thumb = await sharp(data, { raw })
    .resize({ width: thumbSide, height: thumbSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 75 })
    .toBuffer()
  return { shown, thumb, width: info.width, height: info.height }
}

process.on('message', async (path: string) => {
  const answer = await draw(path).catch((): PhotoAnswer => ({ refused: 'unreadable' }))
  process.send?.(answer)
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
