import makeQr from 'qrcode-generator'

const width = 900
const height = 1200
const codeSide = 640
/** Blank cells around a code, without which phones do not find it. */
const margin = 4

/** A sheet to print or to send on: whose door it is, its QR code and what it is for. As a PNG in a data address. */
export function drawDoorPoster(of: {
  station: string
  village: string
  words: string
  danger: string
  url: string
}): string {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  const write = (text: string, y: number, size: number, colour: string) => {
    pen.fillStyle = colour
    pen.textAlign = 'center'
    pen.font = `bold ${size}px system-ui, "Noto Sans SC Variable", sans-serif`
    pen.fillText(text, width / 2, y, width - 80)
  }
  write(of.station, 110, 56, '#123a6f')
  write(of.village, 210, 72, '#111')
  drawCode(pen, of.url, (width - codeSide) / 2, 260)
  write(of.words, 1000, 42, '#111')
  write(of.danger, 1090, 40, '#b3261e')
  return canvas.toDataURL('image/png')
}

function drawCode(pen: CanvasRenderingContext2D, url: string, left: number, top: number): void {
  const code = makeQr(0, 'M')
  code.addData(url)
  code.make()
  const count = code.getModuleCount()
  // Whole pixels, or the edges are grey and cheap phones read badly.
  const cell = Math.floor(codeSide / (count + 2 * margin))
  const start = Math.floor((codeSide - cell * count) / 2)
  pen.fillStyle = '#000'
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column))
        pen.fillRect(left + start + column * cell, top + start + row * cell, cell, cell)
}
