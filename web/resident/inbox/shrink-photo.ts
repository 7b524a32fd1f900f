const longestSide = 2560
const quality = 0.85
/** Below this and in a form the server takes, a photo goes as it is. */
const smallBytes = 600 * 1024
const takenForms = ['image/jpeg', 'image/png', 'image/webp']

/**
 * Makes a photo small enough for a bad line: at most 2560 px, JPEG, upright. A drawn photo carries no place or time
 * of taking. Throws when the phone cannot read it.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await readPicture(file)
  try {
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    if (scale === 1 && file.size <= smallBytes && takenForms.includes(file.type)) return file
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const brush = canvas.getContext('2d')
    if (!brush) return file
    // What was see-through becomes white, not black.
    brush.fillStyle = '#fff'
    brush.fillRect(0, 0, canvas.width, canvas.height)
    brush.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    return drawn ?? file
  } finally {
    if ('close' in picture) picture.close()
  }
}

async function readPicture(file: Blob): Promise<ImageBitmap | HTMLImageElement> {
  if ('createImageBitmap' in window) {
    try {
      return await createImageBitmap(file, { imageOrientation: 'from-image' })
    } catch {
      // Old web views refuse the option or the form; the image element may still read it.
    }
  }
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(url)
  }
}
