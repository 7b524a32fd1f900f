import sharp from 'sharp'

/** A small photo: one colour, so that it is told apart at a glance. */
export function makePhoto(colour = '#3a7d44', width = 320, height = 240): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
}
