import sharp from 'sharp'

/** A photo of a paper as a phone takes it: JPEG, with lines of "writing". */
export function drawPhoto(words = 1): Promise<Buffer> {
  const lines = Array.from(
    { length: 12 },
    (_, at) => `<rect x="60" y="${90 + at * 50}" width="${300 + ((at * words * 97) % 380)}" height="14"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="760"><rect width="800" height="760" fill="#fbf7ea"/>${lines.join('')}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
}
